package org.resbench.claims;

import java.util.Optional;
import java.util.OptionalInt;
import org.resbench.spec.Claim.Side;
import org.resbench.stats.Interval;

/** What one claim's numbers say by themselves, before the correction for the experiment's other claims and before scale and data
 * are looked at. */
sealed interface Finding {
    /** Nothing may be compared. */
    record NotComparable(String why) implements Finding {}

    /** No test could be made: runs are missing, or there is no spread. */
    record Untested(Optional<Interval> effect, String effectName, String why) implements Finding {}

    /** A test was made.
     * @param effect with its 95 % interval
     * @param leansTo the verdict that the numbers are nearer to
     * @param pValue of that verdict being wrong
     * @param words the parts of the sentence
     * @param seeds seeds a cell that would settle it @param strength of the evidence; empty where the test has none */
    record Tested(Optional<Interval> effect, String effectName, String testName, Leaning leansTo, double pValue, Words words,
                  OptionalInt seeds, Optional<Strength> strength) implements Finding {}

    enum Leaning { HOLDS, DOES_NOT_HOLD }

    /** @param measured the numbers: a clause without a full stop
     * @param whenHolding goes on after a comma if the claim holds @param whenNot if it does not
     * @param whenOpen if neither can be said */
    record Words(String measured, String whenHolding, String whenNot, String whenOpen) {
        /** For an interval that lies on one side of a bound, on the other, or over it. */
        static Words aboutSide(String measured, Side claimed, String bound) {
            String there = claimed == Side.ABOVE ? "above" : "below";
            String elsewhere = claimed == Side.ABOVE ? "below" : "above";
            return new Words(measured, "wholly " + there + " " + bound + " as claimed",
                    "wholly " + elsewhere + " " + bound + " where the claim says " + there, "so " + bound + " is not excluded");
        }
    }
}

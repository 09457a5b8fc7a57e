package org.resbench.claims;

import java.util.Optional;
import org.resbench.stats.Samples;
import org.resbench.stats.power.Power;

/** How large an effect is against the spread between seeds, and what these runs could have shown.
 * @param standardizedEffect distance from the claim's bound over the spread, corrected for small samples: Hedges' g (Hedges 1981,
 *     doi:10.3102/10769986006002107); empty without spread
 * @param power chance that as many seeds decide the claim again, if effect and spread are what they seem, at the level divided by the
 *     number of claims
 * @param smallestDetectable the smallest distance from the bound, in the unit of the effect, that this many seeds show with a power of 0.8
 *     at that level; empty where the test gives none */
public record Strength(Optional<Double> standardizedEffect, double power, Optional<Double> smallestDetectable) {
    /** Of a difference of two means.
     * @param distance of the difference from its bound @param tail rejection probability of one side */
    static Strength ofDifference(double[] first, double[] second, double distance, double tail) {
        double va = variance(first);
        double vb = variance(second);
        int freedom = first.length + second.length - 2;
        double pooled = Math.sqrt(((first.length - 1) * va + (second.length - 1) * vb) / freedom);
        Power power = Power.ofDifference(Math.sqrt(va), first.length, Math.sqrt(vb), second.length);
        return new Strength(standardized(distance, pooled, freedom), power.of(distance, tail),
                Optional.of(power.detectable(tail, Power.USUAL)));
    }

    /** Of one mean against a value. */
    static Strength ofMean(double[] values, double distance, double tail) {
        double spread = Math.sqrt(variance(values));
        Power power = Power.ofMean(spread, values.length);
        return new Strength(standardized(distance, spread, values.length - 1), power.of(distance, tail),
                Optional.of(power.detectable(tail, Power.USUAL)));
    }

    private static Optional<Double> standardized(double distance, double spread, int freedom) {
        return spread == 0 ? Optional.empty() : Optional.of(distance / spread * (1 - 3 / (4.0 * freedom - 1)));
    }

    private static double variance(double[] values) {
        return Samples.isConstant(values) ? 0 : Samples.variance(values);
    }
}

package org.resbench.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.Tested;
import org.resbench.stats.power.SampleSize;

/** Writes the sentence under a verdict. */
final class Reason {
    private Reason() {}

    static String of(Tested tested, Judgement.Test test, Verdict verdict, Optional<Integer> seeds, double alpha) {
        return sentence(tested.words().measured() + ", " + conclusion(tested, test, verdict, alpha) + "; " + pValues(test)
                + (verdict == Verdict.INCONCLUSIVE ? outlook(seeds) : ""));
    }

    /** Seeds a cell that would settle a claim that is still open: always more than there are. */
    static Optional<Integer> seeds(Tested tested, List<Cell> cells) {
        int most = cells.stream().mapToInt(cell -> cell.samples().size()).max().orElse(0);
        return tested.seeds().isEmpty() ? Optional.empty() : Optional.of(Math.max(most + 1, tested.seeds().getAsInt()));
    }

    /** With a capital letter and a full stop. */
    static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    private static String conclusion(Tested tested, Judgement.Test test, Verdict verdict, double alpha) {
        String decided = tested.leansTo() == Leaning.HOLDS ? tested.words().whenHolding() : tested.words().whenNot();
        return switch (verdict) {
            case REPRODUCED, NOT_REPRODUCED, SEEN_AT_THIS_SCALE, NOT_SEEN_AT_THIS_SCALE -> decided;
            case INCONCLUSIVE -> test.pValue() <= alpha ? decided + ", but not surely enough beside the experiment's other claims"
                    : test.pValue() <= 1 - Judge.LEVEL
                    ? decided + ", but not surely enough for one of several looks" : tested.words().whenOpen();
            case NOT_COMPARABLE -> throw new IllegalStateException("a test was made of what is not comparable");
        };
    }

    private static String pValues(Judgement.Test test) {
        return test.claims() == 1 ? Quantity.p(test.pValue())
                : Quantity.p(test.pValue()) + ", after Holm's correction for " + test.claims() + " claims "
                + Quantity.p(test.adjustedPValue());
    }

    private static String outlook(Optional<Integer> seeds) {
        return seeds.map(n -> "; about " + n + " seeds a cell would settle it if effect and spread stay as they are")
                .orElse("; more than " + String.format(Locale.ROOT, "%,d", SampleSize.MOST)
                        + " seeds a cell would be needed to settle it at this effect and spread");
    }
}

package org.resbench.gate;

import java.util.Locale;

/** Why a comparison came out as it did, in a sentence. */
final class Sentences {
    private Sentences() {}

    static String why(Row row, double level) {
        Row.Tested tested = row.tested().orElseThrow();
        Limits limits = row.limits();
        GateMetric metric = row.metric();
        String worse = "worse by " + Amounts.loss(tested.loss(), metric) + ", " + Amounts.p("p", tested.adjustedPWorse()) + " by Holm";
        String bound = limits.tolerated() == 0 ? "" : ", more than the tolerated " + Amounts.limit(limits.tolerated(), metric);
        return switch (row.outcome()) {
            case REGRESSION -> worse + bound + (tested.adjustedPWorseWithTwoSpreads() <= level ? ""
                    : "; if the spread over seeds changed too, this is not sure (Welch's test: "
                            + Amounts.p("p", tested.adjustedPWorseWithTwoSpreads()) + " by Holm)");
            case PASS -> "a loss of " + Amounts.limit(limits.ruledOut(), metric) + " is ruled out (" + Amounts.p("p", tested.pNotRuledOut())
                    + ")";
            case INCONCLUSIVE -> String.format(Locale.ROOT, "not shown to be worse (%s by Holm), but a loss of %s is not ruled out (%s, "
                    + "needs %s); %s",
                    Amounts.p("p", tested.adjustedPWorse()), Amounts.limit(limits.ruledOut(), metric), Amounts.p("p",
                            tested.pNotRuledOut()),
                    Amounts.limit(level), "more seeds would decide");
            case NOT_MEASURED, NOT_COMPARABLE -> row.why();
        };
    }
}

package org.resbench.cli;

import java.util.List;
import org.resbench.claims.Judge;
import org.resbench.claims.looks.Looks;

/** Looks at claims, as {@code --json} prints them; the keys are those of {@code looks} in report.json.
 * @param mostLooks that the plan allows @param maxSeeds of a cell
 * @param errorRate that all looks share @param errorRateSpent by those taken */
record LooksFacts(int mostLooks, int maxSeeds, double errorRate, double errorRateSpent, List<Looks.Look> taken) {
    static LooksFacts of(Looks looks) {
        return new LooksFacts(looks.plan().sizes().length, looks.plan().maxSeeds(), rounded(1 - Judge.LEVEL), rounded(looks.spent()),
                looks.taken());
    }

    /** Without what binary fractions add to it. */
    private static double rounded(double rate) {
        return Math.round(rate * 1e12) / 1e12;
    }
}

package org.resbench.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.NotComparable;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.runs.Run;
import org.resbench.spec.Experiment;
import org.resbench.stats.Interval;
import org.resbench.stats.multiplicity.Holm;

/** Judges every claim of an experiment on the runs that are there.
 *
 * <p>Each statement has a rule ({@code DifferenceRule}, {@code TrendRule}, {@code ThresholdRule}, {@code EquivalenceRule}) that gives a p
 * value for the verdict the numbers lean to. The p values of the experiment's comparable claims are adjusted by Holm, those
 * that still wait for runs counting as 1, and a verdict is given when the adjusted p is at most {@code 1 - }{@link #LEVEL}. So the
 * chance that an experiment gets any wrong verdict at all is at most 5 %. See {@code docs/claims.md}. */
public final class Judge {
    /** Of every interval of claims judged at one look, two-sided; a verdict needs an adjusted p of at most 1 - LEVEL. */
    public static final double LEVEL = Interval.LEVEL;

    private Judge() {}

    /** One judgement for each claim, in the file's order.
     * @param runs runs whose fingerprints are among the experiment's trials; others are left out */
    public static List<Judgement> judge(Experiment experiment, List<Run> runs) {
        return judge(experiment, runs, 1 - LEVEL);
    }

    /** The same at another level, such as a share of it for one of several looks. Intervals are at 1 - alpha.
     * @param alpha a verdict needs an adjusted p of at most this */
    public static List<Judgement> judge(Experiment experiment, List<Run> runs, double alpha) {
        if (experiment.complexity().isPresent()) {
            return CountJudge.judge(experiment.claims());
        }
        if (experiment.measuring().isPresent()) {
            return CostJudge.judge(experiment, List.of());
        }
        RunTable table = new RunTable(experiment.trials(), runs);
        Standing standing = Standing.of(experiment);
        List<Assessment> assessments = experiment.claims().stream().map(claim -> Assessment.of(claim, table, standing)).toList();
        int family = (int) assessments.stream().filter(assessment -> assessment.refusal().isEmpty()).count();
        List<Finding> findings = assessments.stream().map(assessment -> assessment.find(Strictness.of(alpha, Math.max(1,
                family)))).toList();
        double[] adjusted = adjusted(assessments, findings);
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            judgements.add(judgement(assessments.get(i), findings.get(i), adjusted[i], family, standing, table, alpha));
        }
        return judgements;
    }

    /** By Holm over the claims that may be compared. Whether they may does not depend on how the runs turned out, so leaving the others
     * out costs nothing; whether a run is missing may depend on it, so a claim that waits for runs counts with p = 1. */
    private static double[] adjusted(List<Assessment> assessments, List<Finding> findings) {
        int[] compared = IntStream.range(0, findings.size()).filter(i -> assessments.get(i).refusal().isEmpty()).toArray();
        double[] pValues = IntStream.of(compared)
                .mapToDouble(i -> findings.get(i) instanceof Tested tested ? tested.pValue() : 1).toArray();
        double[] holm = Holm.adjust(pValues);
        double[] adjusted = new double[findings.size()];
        Arrays.fill(adjusted, 1);
        for (int i = 0; i < compared.length; i++) {
            adjusted[compared[i]] = holm[i];
        }
        return adjusted;
    }

    private static Judgement judgement(Assessment assessment, Finding finding, double adjusted, int family,
                                       Standing standing, RunTable table, double alpha) {
        List<String> notes = new ArrayList<>(Comparability.notes(assessment.cells()));
        assessment.cells().forEach(cell -> notes.addAll(table.doubledRuns(cell)));
        standing.note().ifPresent(notes::add);
        Draft draft = new Draft(assessment, notes);
        if (finding instanceof NotComparable refused) {
            return draft.without(Verdict.NOT_COMPARABLE, Optional.empty(), "", refused.why());
        }
        if (finding instanceof Untested open) {
            return draft.without(Verdict.INCONCLUSIVE, open.effect(), open.effectName(), open.why());
        }
        Tested tested = (Tested) finding;
        boolean papers = standing.isThePapers(assessment.cells());
        Verdict verdict = verdict(tested, adjusted > alpha, papers);
        if (papers && verdict != Verdict.INCONCLUSIVE) {
            notes.add(OriginalData.CAVEAT);
        }
        return draft.with(verdict, tested, new Judgement.Test(tested.testName(), tested.pValue(), adjusted, family), alpha);
    }

    private static Verdict verdict(Tested tested, boolean open, boolean papers) {
        if (open) {
            return Verdict.INCONCLUSIVE;
        }
        if (tested.leansTo() == Leaning.HOLDS) {
            return papers ? Verdict.REPRODUCED : Verdict.SEEN_AT_THIS_SCALE;
        }
        return papers ? Verdict.NOT_REPRODUCED : Verdict.NOT_SEEN_AT_THIS_SCALE;
    }
}

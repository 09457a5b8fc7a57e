package org.resbench.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resbench.claims.Assessor.Assessment;
import org.resbench.claims.Finding.Leaning;
import org.resbench.claims.Finding.NotComparable;
import org.resbench.claims.Finding.Tested;
import org.resbench.claims.Finding.Untested;
import org.resbench.runs.Run;
import org.resbench.spec.Claim;
import org.resbench.spec.Experiment;
import org.resbench.stats.Holm;
import org.resbench.stats.Interval;

/** Judges every claim of an experiment on the runs that are there.
 *
 * <p>Each statement has a rule ({@code DifferenceRule}, {@code TrendRule}, {@code ThresholdRule}, {@code EquivalenceRule}) that gives a p value
 * for the verdict the numbers lean to. The p values of all claims of the experiment are adjusted by Holm, those that cannot be
 * tested yet counting as 1, and a verdict is given when the adjusted p is at most {@code 1 - }{@link #LEVEL}. So the chance that a
 * report holds any wrong verdict at all is at most 5 %. See {@code docs/claims.md}. */
public final class Judge {
    /** Of every interval, two-sided; a verdict needs an adjusted p of at most 1 - LEVEL. */
    public static final double LEVEL = Interval.LEVEL;

    private Judge() {}

    /** One judgement for each claim, in the file's order.
     * @param runs runs whose fingerprints are among the experiment's trials; others are left out */
    public static List<Judgement> judge(Experiment experiment, List<Run> runs) {
        RunTable table = new RunTable(experiment.trials(), runs);
        Standing standing = Standing.of(experiment);
        int claims = experiment.claims().size();
        Assessor assessor = new Assessor(table, standing, claims);
        List<Assessment> assessments = experiment.claims().stream().map(assessor::assess).toList();
        double[] adjusted = Holm.adjust(assessments.stream()
                .mapToDouble(assessment -> assessment.finding() instanceof Tested tested ? tested.pValue() : 1).toArray());
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < claims; i++) {
            judgements.add(judgement(assessments.get(i), adjusted[i], claims, standing, table));
        }
        return judgements;
    }

    private static Judgement judgement(Assessment assessment, double adjusted, int claims, Standing standing, RunTable table) {
        List<String> notes = new ArrayList<>(Comparability.notes(assessment.cells()));
        assessment.cells().forEach(cell -> notes.addAll(table.doubledRuns(cell)));
        Claim claim = assessment.claim();
        List<Judgement.Evidence> evidence = assessment.evidence();
        List<Judgement.Missing> missing = assessment.missing();
        if (assessment.finding() instanceof NotComparable refused) {
            return new Judgement(claim, Verdict.NOT_COMPARABLE, Optional.empty(), "", Optional.empty(), Reason.sentence(refused.why()),
                    Optional.empty(), evidence, missing, notes);
        }
        if (assessment.finding() instanceof Untested open) {
            return new Judgement(claim, Verdict.INCONCLUSIVE, open.effect(), open.effectName(), Optional.empty(), Reason.sentence(open.why()),
                    Optional.empty(), evidence, missing, notes);
        }
        Tested tested = (Tested) assessment.finding();
        boolean papers = standing.isThePapers(assessment.cells());
        Verdict verdict = verdict(tested, adjusted, papers);
        if (papers && verdict != Verdict.INCONCLUSIVE) {
            notes.add(OriginalData.CAVEAT);
        }
        Judgement.Test test = new Judgement.Test(tested.testName(), tested.pValue(), adjusted, claims);
        Optional<Integer> seeds = verdict == Verdict.INCONCLUSIVE ? Reason.seeds(tested, assessment.cells()) : Optional.empty();
        return new Judgement(claim, verdict, tested.effect(), tested.effectName(), Optional.of(test),
                Reason.of(tested, test, verdict, seeds), seeds, evidence, missing, notes);
    }

    private static Verdict verdict(Tested tested, double adjusted, boolean papers) {
        if (adjusted > 1 - LEVEL) {
            return Verdict.INCONCLUSIVE;
        }
        if (tested.leansTo() == Leaning.HOLDS) {
            return papers ? Verdict.REPRODUCED : Verdict.SEEN_AT_THIS_SCALE;
        }
        return papers ? Verdict.NOT_REPRODUCED : Verdict.NOT_SEEN_AT_THIS_SCALE;
    }
}

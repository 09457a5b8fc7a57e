package org.resbench.claims;

import java.util.List;
import java.util.Optional;
import org.resbench.claims.Finding.Tested;
import org.resbench.stats.Interval;

/** Fills in a judgement. */
record Draft(Assessment assessment, List<String> notes) {
    Judgement without(Verdict verdict, Optional<Interval> effect, String effectName, String why) {
        return new Judgement(assessment.claim(), verdict, effect, effectName, Optional.empty(), Reason.sentence(why),
                Optional.empty(), Optional.empty(), assessment.evidence(), assessment.missing(), notes);
    }

    Judgement with(Verdict verdict, Tested tested, Judgement.Test test, double alpha) {
        Optional<Integer> seeds = verdict == Verdict.INCONCLUSIVE ? Reason.seeds(tested, assessment.cells()) : Optional.empty();
        return new Judgement(assessment.claim(), verdict, tested.effect(), tested.effectName(), Optional.of(test),
                Reason.of(tested, test, verdict, seeds, alpha), seeds, tested.strength(),
                assessment.evidence(), assessment.missing(), notes);
    }
}

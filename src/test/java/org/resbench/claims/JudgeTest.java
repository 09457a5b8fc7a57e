package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resbench.claims.Scenario.CIFAR_10;
import static org.resbench.claims.Scenario.PROTOCOL;
import static org.resbench.claims.Scenario.network;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.resbench.claims.Judgement.Evidence;
import org.resbench.claims.Judgement.Missing;
import org.resbench.claims.Scenario.Circumstances;
import org.resbench.runs.RunResult.DataUsed;
import org.resbench.runs.RunResult.Protocol;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Claim.Selector;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.Claim.Statement.Difference;
import org.resbench.spec.Claim.Statement.Equivalence;
import org.resbench.spec.Claim.Statement.Threshold;
import org.resbench.spec.Scale;

/** What a judgement makes of scale, data, protocol and missing runs, whatever the statement. */
class JudgeTest {
    private static final double[] DEEP = {12.1, 12.4, 12.0, 12.6, 12.3};
    private static final double[] SHALLOW = {9.9, 10.3, 10.1, 10.0, 10.4};
    private static final Statement DEEPER_IS_WORSE = new Difference("test_error_percent", network("plain-56"),
            network("plain-20"), Side.ABOVE, 0);
    private static final Statement DEEPER_IS_BETTER = new Difference("test_error_percent", network("plain-56"),
            network("plain-20"), Side.BELOW, 0);
    /** Table 6: ResNet-110 has 6.43 %. */
    private static final Statement AS_PUBLISHED = new Equivalence("test_error_percent", network("residual-110"), 6.43, 0.5);

    private static Scenario complete(Scenario empty) {
        return empty.cell("plain-20", SHALLOW).cell("plain-56", DEEP);
    }

    @Test void onlyThePapersScaleAndDataReproduce() {
        assertThat(complete(Scenario.paper()).claim(DEEPER_IS_WORSE).judged().verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(complete(Scenario.paper()).claim(DEEPER_IS_BETTER).judged().verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(complete(Scenario.reduced()).claim(DEEPER_IS_WORSE).judged().verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(complete(new Scenario(Scale.PAPER, Circumstances.USUAL)).claim(DEEPER_IS_WORSE).judged().verdict())
                .isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(complete(new Scenario(Scale.SMOKE, Circumstances.USUAL.on(CIFAR_10))).claim(DEEPER_IS_BETTER).judged().verdict())
                .isEqualTo(Verdict.NOT_SEEN_AT_THIS_SCALE);
    }

    @Test void nothingIsReproducedWithAChangedRecipe() {
        Scenario changed = complete(Scenario.paper()).cell("residual-110", 6.4, 6.5, 6.45).claim(DEEPER_IS_WORSE).claim(AS_PUBLISHED)
                .overridden("recipe.learning_rate=0.05");
        assertThat(changed.judge().get(0).verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(changed.judge().get(0).notes())
                .anySatisfy(note -> assertThat(note).contains("changed recipe (recipe.learning_rate=0.05)"));
        assertThat(changed.judge().get(1).verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(changed.judge().get(1).why()).contains("recipe.learning_rate=0.05");
        Scenario bookkeeping = complete(Scenario.paper()).claim(DEEPER_IS_WORSE).overridden("recipe.evaluate_every=10");
        assertThat(bookkeeping.judged().verdict()).isEqualTo(Verdict.REPRODUCED);
    }

    @Test void aSelectorMayNameASettingThatIsNoAxis() {
        Statement byDefaults = new Threshold("test_error_percent", new Selector(Map.of("network.depth", "56",
                "recipe.momentum", "0.90")), Side.ABOVE, 1);
        assertThat(complete(Scenario.reduced()).claim(byDefaults).judged().verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
    }

    @Test void aSubsetUnderTheNameOfTheOriginalDoesNotReproduce() {
        Circumstances subset = Circumstances.USUAL.on(new DataUsed("cifar10", "a".repeat(64), 5_000, 10_000, 32, 10));
        assertThat(complete(new Scenario(Scale.PAPER, subset)).claim(DEEPER_IS_WORSE).judged().verdict())
                .isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
    }

    @Test void reproducingSaysHowTheDataWereRecognised() {
        assertThat(complete(Scenario.paper()).claim(DEEPER_IS_WORSE).judged().notes()).contains(OriginalData.CAVEAT);
        assertThat(complete(Scenario.reduced()).claim(DEEPER_IS_WORSE).judged().notes()).isEmpty();
    }

    @Test void everyRunThatWasUsedIsListed() {
        Judgement judgement = complete(Scenario.reduced()).claim(DEEPER_IS_WORSE).judged();
        assertThat(judgement.evidence()).hasSize(10).contains(new Evidence("plain-56", 2, 12.4, false, "plain-56-s2"));
        assertThat(judgement.missing()).isEmpty();
        assertThat(judgement.effectName()).isEqualTo("plain-56 minus plain-20");
    }

    @Test void aVerdictWaitsForAllRunsAndSaysWhichAreMissing() {
        Judgement judgement = complete(Scenario.reduced()).withoutRun("plain-56")
                .unfinished("plain-56", RunStatus.FAILED).withoutRun("plain-56")
                .unfinished("plain-20", RunStatus.INTERRUPTED).claim(DEEPER_IS_WORSE).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.why()).isEqualTo("10 of 14 runs are there, and a verdict waits for all of them; missing: "
                + "plain-56 seeds 6, 8 (no run), seed 7 (failed); plain-20 seed 6 (interrupted).");
        assertThat(judgement.effect()).isPresent();
        assertThat(judgement.test()).isEmpty();
        assertThat(judgement.missing()).containsExactly(new Missing("plain-56", 6, "no run"), new Missing("plain-56", 7, "failed"),
                new Missing("plain-56", 8, "no run"), new Missing("plain-20", 6, "interrupted"));
    }

    @Test void withoutAnyRunThereIsNoEffect() {
        Judgement judgement = Scenario.reduced().withoutRun("plain-20").withoutRun("plain-56").claim(DEEPER_IS_WORSE).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.effect()).isEmpty();
        assertThat(judgement.why()).startsWith("None of the 2 runs are there");
    }

    @Test void divergedRunsCountAndAreNamed() {
        Judgement judgement = Scenario.reduced().cell("plain-20", SHALLOW).cell("plain-56", DEEP)
                .run("plain-56", Circumstances.USUAL.whenDiverged(), 90).claim(DEEPER_IS_WORSE).judged();
        assertThat(judgement.evidence()).contains(new Evidence("plain-56", 6, 90, true, "plain-56-s6"));
        assertThat(judgement.notes()).containsExactly("1 of 6 runs of plain-56 diverged and count with the error of guessing");
    }

    @Test void mixedDataAreNeverCompared() {
        Judgement judgement = Scenario.reduced().cell("plain-20", SHALLOW).cell("plain-56", Circumstances.USUAL.on(CIFAR_10), DEEP)
                .claim(DEEPER_IS_WORSE).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(judgement.effect()).isEmpty();
        assertThat(judgement.why()).isEqualTo(
                "The runs have different test data: cifar10 aaaaaaaaaaaa (plain-56) and synthetic bbbbbbbbbbbb (plain-20).");
    }

    @Test void mixedTestProtocolsAreNeverCompared() {
        Circumstances validation = Circumstances.USUAL.by(new Protocol("validation", 1, "final iteration", "moving", 128));
        Judgement judgement = Scenario.reduced().cell("plain-20", SHALLOW).cell("plain-56", DEEP).run("plain-56", validation, 12.2)
                .claim(DEEPER_IS_WORSE).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(judgement.why()).contains("different test protocols").contains("validation");
    }

    @Test void batchNormStatisticsMayDifferOnlyIfTheMatrixVariesThem() {
        Circumstances fewer = Circumstances.USUAL.by(new Protocol("test", 1, "final iteration", "moving", 16));
        Judgement refused = Scenario.reduced().cell("plain-20", SHALLOW).cell("plain-56", fewer, DEEP).claim(DEEPER_IS_WORSE).judged();
        assertThat(refused.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        Judgement meant = Scenario.reduced().cell("plain-20", Circumstances.USUAL.with(Map.of("recipe.micro_batch_size", "128")), SHALLOW)
                .cell("plain-56", fewer.with(Map.of("recipe.micro_batch_size", "16")), DEEP).claim(DEEPER_IS_WORSE).judged();
        assertThat(meant.verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        assertThat(meant.notes()).containsExactly(
                "the runs have different numbers of images under batch norm's statistics: 16 (plain-56) and 128 (plain-20)");
        assertThat(PROTOCOL.batchNormImages()).isEqualTo(128);
    }

    @Test void mixedCodeVersionsAreNoted() {
        Judgement judgement = Scenario.reduced().cell("plain-20", SHALLOW).cell("plain-56", DEEP)
                .run("plain-56", Circumstances.USUAL.from("beef"), 12.2).claim(DEEPER_IS_WORSE).judged();
        assertThat(judgement.notes()).containsExactly(
                "the runs have different versions of the code: c0ffee (plain-20, plain-56) and beef (plain-56)");
        assertThat(judgement.verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
    }

    @Test void aCopiedRunCountsOnce() {
        Judgement judgement = complete(Scenario.reduced()).copied().claim(DEEPER_IS_WORSE).judged();
        assertThat(judgement.evidence()).hasSize(10);
        assertThat(judgement.notes()).containsExactly("seed 5 of plain-56 has 2 runs; only plain-56-s5 is used");
    }

    @Test void aSelectorThatPicksSeveralCellsIsRefused() {
        Judgement judgement = complete(Scenario.reduced())
                .claim(new Threshold("test_error_percent", Scenario.family("plain"), Side.ABOVE, 5)).judged();
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(judgement.why()).isEqualTo(
                "'of' (network.family = plain) picks 2 cells, plain-20, plain-56, where it must pick one.");
    }

    @Test void aSelectorThatPicksNothingIsRefused() {
        Judgement judgement = complete(Scenario.reduced())
                .claim(new Threshold("test_error_percent", network("residual-20"), Side.ABOVE, 5)).judged();
        assertThat(judgement.why()).isEqualTo(
                "'of' (network.depth = 20, network.family = residual) picks no trial of this experiment.");
    }

    @Test void publishedNumbersNeedScaleDataAndSplitOfThePaper() {
        assertThat(Scenario.paper().cell("residual-110", 6.41, 6.5, 6.6, 6.3, 6.45).claim(AS_PUBLISHED).judged().verdict())
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(Scenario.reduced().cell("residual-110", 6.41, 6.5, 6.6).claim(AS_PUBLISHED).judged().why())
                .isEqualTo("A published number is comparable at scale paper only, and this is scale reduced.");
        assertThat(new Scenario(Scale.PAPER, Circumstances.USUAL).cell("residual-110", 6.41, 6.5, 6.6).claim(AS_PUBLISHED).judged().why())
                .isEqualTo("A published number is comparable on the paper's data only, and residual-110 used synthetic.");
        Circumstances validation = Circumstances.USUAL.on(CIFAR_10).by(new Protocol("validation", 1, "final iteration", "moving", 128));
        assertThat(new Scenario(Scale.PAPER, validation).cell("residual-110", 6.41, 6.5, 6.6).claim(AS_PUBLISHED).judged().why())
                .isEqualTo("A published number is comparable on the test split only, and residual-110 was tested on the validation split.");
    }

    /** p = 0.0448 alone; R: t.test(c(10.2, 10.5, 10.4, 10.9), c(9.9, 10.3, 9.8, 10.1)). */
    @Test void severalClaimsShareTheLevel() {
        Scenario alone = Scenario.reduced().cell("plain-20", 9.9, 10.3, 9.8, 10.1)
                .cell("plain-56", 10.2, 10.5, 10.4, 10.9).claim(DEEPER_IS_WORSE);
        assertThat(alone.judged().verdict()).isEqualTo(Verdict.SEEN_AT_THIS_SCALE);
        List<Judgement> both = alone.claim(DEEPER_IS_WORSE).judge();
        assertThat(both).extracting(Judgement::verdict).containsOnly(Verdict.INCONCLUSIVE);
        assertThat(both.get(0).adjustedPValue().orElseThrow()).isEqualTo(2 * both.get(0).pValue().orElseThrow());
        assertThat(both.get(0).why()).contains("but not surely enough beside the experiment's other claims");
    }

    @Test void claimsThatCannotBeComparedDoNotShareTheLevelButMissingOnesDo() {
        Scenario scenario = complete(Scenario.reduced()).withoutRun("residual-20").withoutRun("residual-110").claim(DEEPER_IS_WORSE)
                .claim(AS_PUBLISHED)
                .claim(new Threshold("test_error_percent", network("residual-20"), Side.ABOVE, 5));
        assertThat(scenario.judged().test().orElseThrow().claims()).isEqualTo(2);
    }

    @Test void aPaperWithoutClaimsHasNoJudgements() {
        assertThat(complete(Scenario.reduced()).judge()).isEmpty();
    }
}

package org.resbench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check says of runs against five of ResNet-20: 8.75 % (He et al. 2015, table 6), with a spread like that of ResNet-110 there. */
class GateTest {
    private static final double[] USUAL = {8.6, 8.7, 8.75, 8.8, 8.9};
    private static final double[] OTHERS = {8.65, 8.72, 8.78, 8.81, 8.95};

    @TempDir Path folder;
    private GateScenario then;
    private GateScenario now;

    @BeforeEach void twoFolders() {
        then = new GateScenario(folder.resolve("then")).weights("then");
        now = new GateScenario(folder.resolve("now")).weights("now").commit("bbbb");
    }

    static Policy policy(GateMetric... metrics) {
        Map<String, Limits> limits = new TreeMap<>();
        Arrays.stream(metrics).forEach(metric -> limits.put(metric.key(), metric.defaultLimits()));
        return new Policy(Policy.LEVEL, limits);
    }

    private Check check(GateMetric... metrics) {
        return Gate.check(BaselineMaker.of(then.runs(), Optional.empty(), Optional.empty(), policy(metrics)), now.runs());
    }

    private static double[] plus(double more, double[] values) {
        return Arrays.stream(values).map(value -> value + more).toArray();
    }

    @Test void otherSeedsOfTheSameQualityPass() {
        then.errors(1, USUAL);
        now.errors(6, OTHERS);
        Check check = check(GateMetric.TEST_ERROR_PERCENT, GateMetric.TEST_LOSS);
        assertThat(check.verdict()).isEqualTo(Verdict.PASS);
        assertThat(check.comparisons()).isEqualTo(2);
        assertThat(check.changes()).containsExactly("code: resbench 0.1.0, commit bbbb, was resbench 0.1.0, commit aaaa");
    }

    /** By R: {@code t.test(c(9.15,9.22,9.28,9.31,9.45), c(8.6,8.7,8.75,8.8,8.9), var.equal=TRUE, alternative="greater")$p.value}. */
    @Test void halfAPointWorseIsARegression() {
        then.errors(1, USUAL);
        now.errors(1, plus(0.5, OTHERS));
        Check check = check(GateMetric.TEST_ERROR_PERCENT);
        assertThat(check.verdict()).isEqualTo(Verdict.REGRESSION);
        Row row = check.rows().get(0);
        assertThat(row.tested().orElseThrow().pWorse()).isCloseTo(3.42118445779e-05, withPercentage(1e-4));
        assertThat(row.why()).isEqualTo("worse by 0.53 points, p < 0.001 by Holm");
        assertThat(row.baseline()).containsExactly(8.6, 8.7, 8.75, 8.8, 8.9);
    }

    @Test void twoSeedsOfWideSpreadAreInconclusive() {
        then.errors(1, USUAL);
        now.errors(1, 8.2, 9.4);
        Check check = check(GateMetric.TEST_ERROR_PERCENT);
        assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check.rows().get(0).why()).contains("not shown to be worse").contains("a loss of 0.5 points is not ruled out");
        assertThat(check.notes()).anySatisfy(note -> assertThat(note).contains("2 seeds against the baseline's 5"));
    }

    @Test void equalWeightsOnTheSamePlatformPassAtOnceEvenOfOneSeed() {
        then.errors(1, USUAL);
        now.weights("then").errors(1, 8.6);
        Check check = check(GateMetric.TEST_ERROR_PERCENT, GateMetric.TRAINING_LOSS);
        assertThat(check.verdict()).isEqualTo(Verdict.PASS);
        assertThat(check.rows()).allMatch(Row::equalWeights);
    }

    @Test void equalWeightsWithAnotherErrorMeanThatTestingChanged() {
        then.errors(1, USUAL);
        now.weights("then").errors(1, plus(2, USUAL));
        Check check = check(GateMetric.TEST_ERROR_PERCENT);
        assertThat(check.verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(check.notes()).containsExactly(
                "resnet-20: the weights are those of the baseline, but test_error_percent is not: testing changed");
    }

    @Test void equalWeightsOnAnotherPlatformGoThroughTheTest() {
        then.errors(1, USUAL);
        now.weights("then").processor("Other CPU").errors(1, 8.6);
        assertThat(check(GateMetric.TEST_ERROR_PERCENT).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test void aSlowerMachineIsNoRegression() {
        then.errors(1, USUAL);
        now.processor("Old CPU").imagesPerSecond(50).errors(6, OTHERS);
        Check check = check(GateMetric.TEST_ERROR_PERCENT, GateMetric.IMAGES_PER_SECOND);
        assertThat(check.verdict()).isEqualTo(Verdict.PASS);
        assertThat(check.rows()).extracting(Row::outcome).containsExactly(Outcome.PASS, Outcome.NOT_COMPARABLE);
        assertThat(check.changes()).contains("processor: Old CPU, was Some CPU");
    }

    @Test void slowerCodeOnTheSameMachineIsOne() {
        then.errors(1, USUAL);
        now.imagesPerSecond(250).errors(6, OTHERS);
        Check check = check(GateMetric.TEST_ERROR_PERCENT, GateMetric.IMAGES_PER_SECOND);
        assertThat(check.verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(check.rows().get(0).outcome()).isEqualTo(Outcome.PASS);
        assertThat(check.rows().get(1).tested().orElseThrow().loss()).as("half the speed is twice the time").isBetween(99.0, 101.0);
    }

    @Test void eightPercentMoreTimeIsTolerated() {
        then.errors(1, USUAL);
        now.imagesPerSecond(500 / 1.08).errors(1, USUAL);
        assertThat(check(GateMetric.IMAGES_PER_SECOND).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test void onlyMeasuredEnergyIsCompared() {
        then.energy("measured", 1000).errors(1, USUAL);
        now.energy("measured", 2000).errors(1, OTHERS);
        assertThat(check(GateMetric.ENERGY_JOULES).verdict()).isEqualTo(Verdict.REGRESSION);
        GateScenario estimated = new GateScenario(folder.resolve("estimated")).energy("estimated", 2000).errors(1, OTHERS);
        Check check = Gate.check(BaselineMaker.of(then.runs(), Optional.empty(), Optional.empty(),
                policy(GateMetric.ENERGY_JOULES, GateMetric.TEST_ERROR_PERCENT)), estimated.runs());
        assertThat(check.rows()).extracting(Row::outcome).containsExactly(Outcome.PASS, Outcome.NOT_COMPARABLE);
    }

    @Test void whatCannotBeComparedAloneIsNoPass() {
        then.errors(1, USUAL);
        now.processor("Old CPU").errors(1, OTHERS);
        assertThat(check(GateMetric.IMAGES_PER_SECOND).verdict()).isEqualTo(Verdict.NOTHING_MEASURED);
    }

    @Test void aMissingCellIsNoPassAndDoesNotHideARegression() {
        then.errors(1, USUAL).cell("resnet-32").learningRate(0.2).errors(1, USUAL);
        now.errors(1, OTHERS);
        Check check = check(GateMetric.TEST_ERROR_PERCENT);
        assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check.rows().get(1).why()).isEqualTo("no runs of it");
        GateScenario worse = new GateScenario(folder.resolve("worse")).errors(1, plus(2, OTHERS));
        assertThat(Gate.check(BaselineMaker.of(then.runs(), Optional.empty(), Optional.empty(), policy(GateMetric.TEST_ERROR_PERCENT)),
                worse.runs())
                .verdict()).isEqualTo(Verdict.REGRESSION);
    }

    @Test void anUnfinishedSeedIsNoPass() {
        then.errors(1, USUAL);
        now.errors(1, OTHERS).interrupted(6);
        Check check = check(GateMetric.TEST_ERROR_PERCENT);
        assertThat(check.verdict()).isNotEqualTo(Verdict.PASS);
        assertThat(check.rows().get(0).why()).startsWith("seed 6 of resnet-20 is interrupted");
    }

    @Test void noRunsAtAllAreNoPass() {
        then.errors(1, USUAL);
        assertThat(check(GateMetric.TEST_ERROR_PERCENT).verdict()).isEqualTo(Verdict.NOTHING_MEASURED);
    }

    @Test void divergedRunsCountWithTheErrorOfGuessing() {
        then.errors(1, USUAL);
        now.diverged(1).diverged(2).diverged(3).diverged(4).errors(5, 8.9);
        Check check = check(GateMetric.TEST_ERROR_PERCENT);
        assertThat(check.verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(check.rows().get(0).runs()).containsExactly(90.0, 90.0, 90.0, 90.0, 8.9);
        assertThat(check.notes()).anySatisfy(note -> assertThat(note).contains("4 of 5 runs diverged (baseline: 0 of 5)"));
    }

    @Test void aChangedRecipeIsComparedAndNamed() {
        then.errors(1, USUAL);
        now.learningRate(0.01).errors(1, plus(2, OTHERS));
        Check check = check(GateMetric.TEST_ERROR_PERCENT);
        assertThat(check.verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(check.changes()).contains("resnet-20 recipe.learning_rate: 0.01, was 0.1");
    }

    /** Baselines that were made before there was recipe.precision do not hold it. */
    @Test void aSettingThatIsYoungerThanTheBaselineIsAChangeOnlyIfItHasNotItsDefault() {
        then.errors(1, USUAL);
        now.errors(1, OTHERS);
        Baseline made = BaselineMaker.of(then.runs(), Optional.empty(), Optional.empty(), policy(GateMetric.TEST_ERROR_PERCENT));
        assertThat(Gate.check(without(made, "recipe.precision", "network.zero_channels"), now.runs()).changes())
                .isEqualTo(Gate.check(made, now.runs()).changes());
        GateScenario slow = new GateScenario(folder.resolve("slow")).learningRate(0.01).errors(1, OTHERS);
        assertThat(Gate.check(without(made, "recipe.learning_rate"), slow.runs()).changes())
                .contains("resnet-20 recipe.learning_rate: 0.01, was none");
    }

    private static Baseline without(Baseline made, String... settings) {
        List<Cell> cells = made.cells().stream().map(cell -> {
            Map<String, String> fewer = new TreeMap<>(cell.settings());
            assertThat(fewer.keySet()).contains(settings);
            fewer.keySet().removeAll(List.of(settings));
            return new Cell(cell.cell(), fewer, cell.protocol(), cell.data(), cell.samples());
        }).toList();
        return new Baseline(made.schema(), made.contentSha256(), made.experiment(), made.scale(), made.policy(),
                made.code(), made.platform(), cells);
    }

    @Test void anotherExperimentOtherDataAndOtherTestingAreRefused() {
        then.errors(1, USUAL);
        now.experiment("figure-6-left").learningRate(0.2).errors(1, OTHERS);
        assertThatThrownBy(() -> check(GateMetric.TEST_ERROR_PERCENT)).isInstanceOf(GateException.class)
                .hasMessageContaining("it is of table-6 (reduced), the runs are of figure-6-left (reduced)");
        GateScenario otherData = new GateScenario(folder.resolve("data")).data("sha256:ffff").errors(1, OTHERS);
        assertThatThrownBy(() -> Gate.check(BaselineMaker.of(then.runs(), Optional.empty(), Optional.empty(), policy(GateMetric.TEST_LOSS)),
                otherData.runs()))
                .isInstanceOf(GateException.class).hasMessageContaining("other data").hasMessageContaining("sha256:ffff");
        GateScenario otherTesting = new GateScenario(folder.resolve("views")).views(10).errors(1, OTHERS);
        assertThatThrownBy(() -> Gate.check(BaselineMaker.of(then.runs(), Optional.empty(), Optional.empty(), policy(GateMetric.TEST_LOSS)),
                otherTesting.runs()))
                .isInstanceOf(GateException.class).hasMessageContaining("views 10");
    }

    @Test void mixedRecipesSeedsAndVersionsAreRefused() {
        then.errors(1, USUAL);
        now.errors(1, OTHERS).learningRate(0.2).errors(1, OTHERS);
        assertThatThrownBy(() -> check(GateMetric.TEST_ERROR_PERCENT)).isInstanceOf(GateException.class)
                .hasMessageContaining("resnet-20: its runs have different recipes").hasMessageContaining("recipe.learning_rate 0.");
        GateScenario versions = new GateScenario(folder.resolve("versions")).errors(1, 8.7, 8.8).commit("cccc").errors(3, 8.9);
        assertThatThrownBy(() -> Gate.check(BaselineMaker.of(then.runs(), Optional.empty(), Optional.empty(), policy(GateMetric.TEST_LOSS)),
                versions.runs()))
                .isInstanceOf(GateException.class).hasMessageContaining("2 versions of the code")
                .hasMessageContaining("commit cccc, was resbench 0.1.0, commit aaaa");
    }

    /** No spread on either side: every one of the C(10,5) = 252 ways to choose the worse five is as likely under no change. */
    @Test void valuesWithoutAnySpreadAreJudgedByPermutation() {
        then.errors(1, 0, 0, 0, 0, 0);
        now.errors(1, 0, 0, 0, 0, 0);
        Check same = check(GateMetric.TEST_ERROR_PERCENT);
        assertThat(same.verdict()).isEqualTo(Verdict.PASS);
        assertThat(same.rows().get(0).tested().orElseThrow().pNotRuledOut()).isEqualTo(1 / 252.0);
        GateScenario worse = new GateScenario(folder.resolve("worse")).errors(1, 1, 1, 1, 1, 1);
        Check check = Gate.check(BaselineMaker.of(then.runs(), Optional.empty(), Optional.empty(), policy(GateMetric.TEST_ERROR_PERCENT)),
                worse.runs());
        assertThat(check.rows().get(0).tested().orElseThrow().pWorse()).isEqualTo(1 / 252.0);
        assertThat(check.verdict()).isEqualTo(Verdict.REGRESSION);
    }

    /** R: {@code power.t.test(n=5, sd=s, power=0.8, sig.level=0.05/2, alternative="one.sided")$delta}, s the pooled standard deviation. */
    @Test void theSmallestLossItCouldHaveSeenIsThatOfTheory() {
        then.errors(1, USUAL);
        now.errors(6, OTHERS);
        Row.Tested tested = check(GateMetric.TEST_ERROR_PERCENT, GateMetric.TEST_LOSS).rows().get(0).tested().orElseThrow();
        assertThat(tested.smallestLossSeen().orElseThrow()).isCloseTo(0.2266560357, withPercentage(1e-3));
    }
}

package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.resbench.claims.Scenario.Circumstances;
import org.resbench.claims.explain.Ablation;
import org.resbench.claims.explain.Change;
import org.resbench.claims.explain.OneDifference;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;

/** Expected numbers are R's on its data set PlantGrowth: {@code t.test(trt1, ctrl)}, {@code t.test(trt2, ctrl)},
 * {@code p.adjust(c(0.2503825, 0.0478993), "holm")}. */
class AblationTest {
    private static final double[] CTRL = {4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14};
    private static final double[] TRT1 = {4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69};
    private static final double[] TRT2 = {6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26};

    @Test void everyCellIsSetAgainstTheFirst() {
        Scenario scenario = Scenario.reduced().cell("plain-20", CTRL).cell("plain-32", TRT1).cell("plain-44", TRT2);
        List<OneDifference> rows = Ablation.of(scenario.experiment(), scenario.runs()).differences();
        assertThat(rows).extracting(OneDifference::cell).containsExactly("plain-20", "plain-32", "plain-44");
        assertThat(rows.get(0).effect()).isEmpty();
        assertThat(rows.get(1).effect().orElseThrow().estimate()).isCloseTo(-0.371, within(1e-9));
        assertThat(rows.get(1).effect().orElseThrow().lower()).isCloseTo(-1.0295162, within(1e-6));
        assertThat(rows.get(2).effect().orElseThrow().upper()).isCloseTo(0.98287213, within(1e-6));
        assertThat(rows.get(1).adjustedPValue().orElseThrow()).isCloseTo(0.2503825, within(1e-6));
        assertThat(rows.get(2).adjustedPValue().orElseThrow()).isCloseTo(0.0957986, within(1e-6));
    }

    @Test void otherTestImagesAreNoAblation() {
        Scenario scenario = Scenario.reduced().cell("plain-20", CTRL).cell("plain-32", Circumstances.USUAL.on(Scenario.CIFAR_10), TRT1);
        OneDifference row = Ablation.of(scenario.experiment(), scenario.runs()).differences().get(1);
        assertThat(row.effect()).isEmpty();
        assertThat(row.why()).contains("tested otherwise", "synthetic", "cifar10");
    }

    @Test void aCellWithoutRunsStaysInTheList() {
        Scenario scenario = Scenario.reduced().cell("plain-20", CTRL).withoutRun("plain-32");
        OneDifference row = Ablation.of(scenario.experiment(), scenario.runs()).differences().get(1);
        assertThat(row.effect()).isEmpty();
        assertThat(row.missing()).isEqualTo(1);
        assertThat(row.why()).isNotEmpty();
    }

    /** One difference at a time, at both scales the same ones: numbers by their ratio, drops by their share of the training. */
    @Test void theShippedAblationChangesTheSameThingsAtEveryScale() {
        List<Map<String, String>> paper = changes(Scale.PAPER);
        assertThat(paper).hasSize(22);
        assertThat(changes(Scale.REDUCED)).isEqualTo(paper);
        assertThat(paper.get(0)).isEmpty();
        assertThat(paper.subList(1, 22)).allSatisfy(change -> assertThat(change).hasSizeBetween(1, 2)).doesNotHaveDuplicates();
        assertThat(paper).contains(Map.of("network.pixel_grid", "tensorflow-same"), Map.of("recipe.micro_batch_size", "times 2.0"),
                Map.of("data.training_images", "times 0.9"), Map.of("recipe.iterations", "times 0.5"),
                Map.of("data.augmentation.pad", "none", "data.augmentation.flip", "false"));
    }

    private static List<Map<String, String>> changes(Scale scale) {
        Experiment experiment = ExperimentFile.load(Path.of("experiments/cifar/ablation.yaml"), scale,
                List.of("data.name=cifar10"), Optional.of(List.of(1L)));
        return Ablation.of(experiment, List.of()).differences().stream().map(OneDifference::changes).map(AblationTest::keys).toList();
    }

    private static Map<String, String> keys(List<Change> changes) {
        return changes.stream().collect(java.util.stream.Collectors.toMap(Change::setting,
                change -> change.effectKey().replace("1.2219", "1.22").replace("1.224", "1.22")));
    }
}

package org.resbench.report.tradeoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.report.Format;
import org.resbench.report.ReportWriter;
import org.resbench.report.energy.Footprint;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;

/** The shipped comparison on invented measurements: what is published and counted is real. */
class TradeoffTest {
    private static final Experiment EXPERIMENT = ExperimentFile.load(Path.of("experiments/tradeoff/architectures.yaml"),
            Scale.PAPER, List.of(), Optional.empty());

    @TempDir Path folder;

    private static Report report(String source) {
        return ReportWriter.measured(EXPERIMENT, InventedMeasurements.of(EXPERIMENT.measuring().orElseThrow(), source)).report();
    }

    private static List<String> row(Table table, String first) {
        return table.rows().stream().filter(row -> row.get(0).text().equals(first)).findFirst().orElseThrow().stream()
                .map(Table.Entry::text).toList();
    }

    private static Table table(Report report, String id) {
        return report.tables().stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
    }

    /** By torchvision's errors and sizes: https://docs.pytorch.org/vision/0.10/models.html and its GFLOPS. VGG has more error and more of
     * everything than ResNet-34; ResNeXt-50 (22.38 %, 4.23 G) beats ResNet-101 (22.63 %, 7.80 G). */
    @Test void theFrontIsMadeOfNetworksThatNobodyBeats() {
        List<List<Table.Entry>> fronts = table(report("measured"), "pareto-fronts").rows();
        assertThat(fronts.get(0).stream().map(Table.Entry::text)).startsWith("top-1 error, torchvision", "multiply-adds",
                "alexnet, googlenet, densenet-121, resnet-50-v1.5, resnext-50, resnet-152-v1.5", "–");
    }

    /** Table 3 of the paper has no AlexNet, and torchvision trains v1.5 only: neither borrows the other's number. */
    @Test void protocolsAreNeverMixed() {
        Table errors = table(report("measured"), "published-errors");
        assertThat(row(errors, "resnet-50")).containsExactly("resnet-50", "–", "22.85", "6.71");
        assertThat(row(errors, "resnet-50-v1.5")).containsExactly("resnet-50-v1.5", "23.85", "–", "–");
        assertThat(row(errors, "resnet-34")).as("option B").containsExactly("resnet-34", "26.70", "24.52", "7.46");
        assertThat(row(errors, "googlenet")).as("table 3 has the form of 2014").containsExactly("googlenet", "30.22", "–", "–");
        assertThat(table(report("measured"), "pareto-fronts").notes())
                .anySatisfy(note -> assertThat(note).contains("ten crops", "alexnet", "resnet-50-v1.5"));
    }

    @Test void aBudgetBuysTheMostAccurateNetworkWithinIt() {
        Table budgets = table(report("measured"), "budgets-torchvision-top1");
        List<List<String>> rows = budgets.rows().stream().filter(row -> row.get(0).text().equals("multiply-adds"))
                .map(row -> List.of(row.get(1).text(), row.get(3).text(), row.get(4).text())).toList();
        assertThat(rows).containsExactly(List.of("1.00 G", "alexnet", "43.45"), List.of("2.00 G", "googlenet", "30.22"),
                List.of("5.00 G", "resnext-50", "22.38"), List.of("20.00 G", "resnet-152-v1.5", "21.69"));
        assertThat(budgets.rows()).anySatisfy(row -> assertThat(row.get(0).text()).startsWith("energy of inference"));
    }

    @Test void estimatesAreShownAndNeverCompared() {
        Report estimated = report("estimated");
        assertThat(row(table(estimated, "costs"), "vgg-16")).anyMatch(text -> text.contains(", estimated"));
        assertThat(estimated.figures()).extracting(Figure::id).noneMatch(id -> id.contains("energy"))
                .contains("error-torchvision-top1-against-multiply-adds", "error-he2015-table-3-top5-against-training");
        assertThat(table(estimated, "pareto-fronts").rows()).noneMatch(row -> row.get(1).text().contains("energy"));
        assertThat(table(estimated, "budgets-torchvision-top1").rows()).noneMatch(row -> row.get(0).text().contains("energy"));
        assertThat(estimated.notes()).anySatisfy(note -> assertThat(note).contains("leave out networks whose energy was not measured"));
        assertThat(estimated.claims())
                .filteredOn(claim -> claim.id().endsWith("fewer-joules-than-vgg-16")).singleElement().satisfies(claim -> {
                    assertThat(claim.word()).isEqualTo("not comparable");
                    assertThat(claim.why()).contains("The energy was estimated", "only measured joules decide a claim");
                });
        assertThat(report("measured").figures()).extracting(Figure::id).contains("error-torchvision-top1-against-inference-energy");
    }

    /** 50 W while at work: 40 W above 10 W of idleness; on a busy machine the idle baseline may have been higher, and nothing is known of
     * what is above it. */
    @Test void joulesAboveIdleAreUnknownWhereTheIdleMachineWasTheBusierOne() {
        List<MeasuredNetwork> all = InventedMeasurements.of(EXPERIMENT.measuring().orElseThrow(), "measured");
        Table quiet = table(ReportWriter.measured(EXPERIMENT, InventedMeasurements.idle(all, 10)).report(), "costs");
        assertThat(number(quiet, "vgg-16", "inference_batch_32_joules_above_idle"))
                .isCloseTo(0.8 * number(quiet, "vgg-16", "inference_batch_32_joules"), withinPercentage(1e-6));
        assertThat(quiet.notes()).contains("Joules contain what the idle machine uses, 10.0 W before the first round.");
        Table resumed = table(ReportWriter.measured(EXPERIMENT, Stream.concat(InventedMeasurements.idle(all.subList(0, 3), 10).stream(),
                InventedMeasurements.idle(all.subList(3, all.size()), 9).stream()).toList()).report(), "costs");
        assertThat(resumed.notes()).contains("Joules contain what the idle machine uses, 9.0 to 10.0 W before each of 2 starts.");
        Table busy = table(ReportWriter.measured(EXPERIMENT, InventedMeasurements.idle(all, 60)).report(), "costs");
        int column = busy.columns().stream().map(Table.Column::key).toList().indexOf("inference_batch_32_joules_above_idle");
        assertThat(busy.rows()).allSatisfy(row -> assertThat(row.get(column).value()).isNull());
    }

    /** A kilowatt-hour is 3.6 MJ: a million images of j joules are j / 3.6 kWh, times 1.5, 400 g and 0.30 EUR. */
    @Test void aMillionImagesHaveAPriceAndEmitWhereThatIsStated() {
        Footprint stated = Footprint.UNSTATED.withGridIntensity("400,an example").withPue("1.5").withPrice("0.30EUR");
        Table costs = table(ReportWriter.measured(EXPERIMENT, InventedMeasurements.of(EXPERIMENT.measuring().orElseThrow(), "measured"))
                .with(stated).report(), "costs");
        double joules = number(costs, "vgg-16", "inference_batch_32_joules");
        assertThat(number(costs, "vgg-16", "inference_batch_32_kilowatt_hours_per_million_images"))
                .isCloseTo(joules / 3.6 * 1.5, withinPercentage(1e-6));
        assertThat(number(costs, "vgg-16", "inference_batch_32_cost_eur_per_million_images"))
                .isCloseTo(joules / 3.6 * 1.5 * 0.30, withinPercentage(1e-6));
        assertThat(number(costs, "vgg-16", "inference_batch_32_co2e_grams_per_million_images"))
                .isCloseTo(joules / 3.6 * 1.5 * 400, withinPercentage(1e-6));
        assertThat(costs.notes()).contains("Grid intensity 400 g CO2e/kWh (an example).");
        assertThat(table(report("measured"), "costs").columns()).extracting(Table.Column::key).noneMatch(key -> key.contains("million"));
    }

    private static double number(Table table, String network, String key) {
        int column = table.columns().stream().map(Table.Column::key).toList().indexOf(key);
        assertThat(column).as(key).isNotNegative();
        return table.rows().stream().filter(row -> row.get(0).text().equals(network))
                .map(row -> ((Number) row.get(column).value()).doubleValue()).findFirst().orElseThrow();
    }

    /** 11.3 to 15.5 billion multiply-adds; at one speed, that is the ratio of times. */
    @Test void costsAreJudgedRoundByRound() {
        assertThat(report("measured").claims()).filteredOn(claim -> claim.id().matches(".*-infers-.*")).hasSize(2).allSatisfy(claim -> {
            assertThat(claim.word()).as(claim.why()).isEqualTo("seen at this scale");
            assertThat(claim.interval().orElseThrow().estimate()).isCloseTo(11.282 / 15.470, withinPercentage(10));
        });
        assertThat(report("measured").claims())
                .filteredOn(claim -> claim.id().equals("resnet-152-trains-faster-than-vgg-19")).singleElement()
                .satisfies(claim -> assertThat(claim.why()).contains("no round in which both were measured", "vgg-19 needs about 7.0 GiB"));
    }

    @Test void whatWasSkippedIsARowAndASentence() {
        Table costs = table(report("unavailable"), "costs");
        assertThat(row(costs, "vgg-19")).contains("skipped");
        assertThat(costs.notes())
                .anySatisfy(note -> assertThat(note).startsWith("vgg-19, training with batch 32, was skipped: it needs about 7.0 GiB"));
        assertThat(row(costs, "vgg-16")).contains("unavailable");
    }

    @Test void anotherMachinesMeasurementsAreLeftOutAndNamed() {
        var settings = EXPERIMENT.measuring().orElseThrow().settings();
        Report report = ReportWriter.measured(EXPERIMENT, List.of(InventedMeasurements.of("alexnet", settings, "measured", "one"),
                InventedMeasurements.of("vgg-16", settings, "measured", "one"),
                InventedMeasurements.of("alexnet", settings, "measured", "other"))).report();
        assertThat(report.tally().trials().completed()).isEqualTo(2);
        assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains("never mixed", "(other)"));
    }

    @Test void everyFormatIsWritten() throws Exception {
        List<Path> files = ReportWriter.measured(EXPERIMENT, InventedMeasurements.of(EXPERIMENT.measuring().orElseThrow(), "measured"))
                .write(folder, EnumSet.of(Format.HTML, Format.PDF, Format.SVG, Format.CSV, Format.TEX, Format.MD, Format.JSON));
        assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(Files.size(file)).isPositive());
        assertThat(Files.readString(folder.resolve("figures/error-torchvision-top1-against-multiply-adds.csv")))
                .contains("vgg-16,15.47", "Pareto front");
    }
}

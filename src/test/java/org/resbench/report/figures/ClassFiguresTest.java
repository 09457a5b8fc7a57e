package org.resbench.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.resbench.report.InventedRuns;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.Cells;
import org.resbench.report.cells.Predicted;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.HeatMap;
import org.resbench.report.model.Table;
import org.resbench.report.tables.ClassErrorTable;
import org.resbench.runs.Run;
import org.resbench.spec.Scale;

/** Confusion and errors by class, of predictions counted by hand: four images of class 0 and six of class 1; class 2 has none. */
class ClassFiguresTest {
    private static final InventedRuns INVENTED = new InventedRuns(List.of(20, 56), List.of(1L, 2L, 3L), Scale.REDUCED);
    private static final int[] LABELS = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    private static final int[] FIRST = {0, 0, 0, 1, 1, 1, 1, 1, 0, 0};
    private static final int[] SECOND = {0, 0, 1, 2, 1, 1, 1, 1, 1, 1};

    /** resnet-20 with predictions of its first two seeds. */
    private static List<Predicted> predicted(int[] labels, int[] first, int[] second, String... names) {
        List<Run> runs = INVENTED.runs().stream().filter(run -> run.manifest().trial().cell().equals("resnet-20") && run.manifest()
                .trial().seed() < 3)
                .map(run -> InventedRuns.predicting(run, labels, run.manifest().trial().seed() == 1 ? first : second)).toList();
        Cell cell = Cells.of(INVENTED.experiment(), runs).stream().filter(c -> c.name().equals("resnet-20")).findFirst().orElseThrow();
        return Predicted.of(cell, data -> data.equals("invented-images") ? List.of(names) : List.of()).stream().toList();
    }

    private static Curve curve(Figure figure, String name) {
        return figure.panels().get(0).curves().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    @Test void aRowOfTheMapIsWhatAClassWasTakenForInPercentOverAllSeeds() {
        Figure figure = Confusion.of(predicted(LABELS, FIRST, SECOND, "cat", "dog", "owl")).get(0);
        HeatMap map = figure.panels().get(0).heatMap().orElseThrow();
        assertThat(figure.panels().get(0).title()).isEqualTo("resnet-20 (n = 2)");
        assertThat(map.rows()).startsWith("cat", "dog", "owl", "3").isEqualTo(map.columns());
        // Of 8 looks at class 0: 5 right, 2 taken for 1, 1 for 2. Of 12 at class 1: 2 taken for 0.
        assertThat(map.percents().get(0)).startsWith(62.5, 25.0, 12.5, 0.0);
        assertThat(map.percents().get(1).get(0)).isCloseTo(100 * 2 / 12.0, within(1e-12));
        assertThat(map.percents().get(2)).containsOnly(Double.NaN);
        assertThat(map.percents().subList(0, 2)).allSatisfy(row -> assertThat(row.stream().mapToDouble(v -> v).sum()).isCloseTo(100,
                within(1e-9)));
    }

    /** Class 1: one error of six images on average; R: {@code prop.test(1, 6, correct=FALSE)$conf.int} is 0.03005337 0.56350282. Class 0:
     * 1.5 of
     * four, by Wilson's formula. */
    @Test void aBarIsTheMeanOverSeedsWithTheIntervalOfOneTestSet() {
        Figure figure = ClassErrors.of(predicted(LABELS, FIRST, SECOND, "cat", "dog")).get(0);
        assertThat(curve(figure, "cat, error").x()).containsExactly(0.0, 100 * (1 + 2) / 2.0 / 4);
        assertThat(curve(figure, "cat, seeds").x()).containsExactly(25.0, 50.0);
        double[] dog = curve(figure, "dog, interval").x().stream().mapToDouble(v -> v).toArray();
        assertThat(dog[0]).isCloseTo(3.005337, within(1e-5));
        assertThat(dog[1]).isCloseTo(56.350282, within(1e-5));
        double[] cat = curve(figure, "cat, interval").x().stream().mapToDouble(v -> v).toArray();
        assertThat(cat[0]).isCloseTo(100 * wilson(0.375, 4, -1), within(1e-9));
        assertThat(cat[1]).isCloseTo(100 * wilson(0.375, 4, 1), within(1e-9));
        assertThat(figure.panels().get(0).y().ticks()).extracting(tick -> tick.label()).containsExactly("cat", "dog");
        assertThat(figure.panels().get(0).curves()).allSatisfy(c -> assertThat(c.x()).allSatisfy(x -> assertThat(x).isLessThan(figure
                .panels().get(0).x().maximum())));
    }

    /** A seed that got all four wrong beside one that got none wrong: 100 percent, beyond the interval around their mean. */
    @Test void everySeedLiesOnTheAxis() {
        Figure figure = ClassErrors.of(predicted(new int[] {0, 0, 0, 0}, new int[] {0, 0, 0, 0}, new int[] {1, 1, 1, 1})).get(0);
        assertThat(curve(figure, "0, seeds").x()).containsExactly(0.0, 100.0);
        assertThat(curve(figure, "0, interval").x().get(1)).isLessThan(100);
        assertThat(figure.panels().get(0).x().maximum()).isGreaterThan(100);
    }

    private static double wilson(double p, int n, int side) {
        double z = 1.959963984540054;
        return (p + z * z / (2 * n) + side * z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n))) / (1 + z * z / n);
    }

    @Test void ofAHundredClassesTheMapIsLeftOutWithTheReasonAndTheWorstBarsAreShown() {
        int[] labels = IntStream.range(0, 400).map(i -> i % 100).toArray();
        int[] wrongFromClass70 = IntStream.range(0, 400).map(i -> i % 100 >= 70 && i / 100 < (i % 100 - 70) / 8
                + 1 ? 0 : i % 100).toArray();
        List<Predicted> many = predicted(labels, wrongFromClass70, wrongFromClass70);
        assertThat(Confusion.of(many)).isEmpty();
        assertThat(Confusion.omitted(many).orElseThrow()).contains("resnet-20 (100 classes)", "more than 20 classes", "predictions.csv");
        Figure bars = ClassErrors.of(many).get(0);
        assertThat(bars.panels().get(0).y().ticks()).hasSize(20);
        assertThat(bars.panels().get(0).y().ticks().get(0).label()).isEqualTo("94");
        assertThat(bars.caption()).contains("20 with the highest error");
        assertThat(ClassErrorTable.of(many)).isEmpty();
    }

    /** 0 to 4 of the images of a class can be wrong in one run; the table counts both seeds. */
    @Test void theTableHasTheSameCountsAndNamesWhatAClassIsTakenFor() {
        Table table = ClassErrorTable.of(predicted(LABELS, FIRST, SECOND, "cat", "dog", "owl")).orElseThrow();
        List<String> keys = table.columns().stream().map(Table.Column::key).toList();
        List<Table.Entry> cat = table.rows().get(0);
        assertThat(cat.get(keys.indexOf("class_name")).value()).isEqualTo("cat");
        assertThat(cat.get(keys.indexOf("class")).value()).isEqualTo(0);
        assertThat(cat.get(keys.indexOf("images")).value()).isEqualTo(8L);
        assertThat(cat.get(keys.indexOf("error_percent")).value()).isEqualTo(37.5);
        assertThat(cat.get(keys.indexOf("most_often_taken_for")).text()).isEqualTo("dog (25.00 %)");
        assertThat(cat.get(keys.indexOf("confusion")).text()).startsWith("5 2 1 0");
        assertThat(table.rows().get(2).get(keys.indexOf("error_percent"))).isEqualTo(Table.Entry.NONE);
        assertThat(table.rows().get(2).get(keys.indexOf("most_often_taken_for"))).isEqualTo(Table.Entry.NONE);
    }

    @Test void runsWithoutPredictionsMakeNothing() {
        List<Predicted> none = Cells.of(INVENTED.experiment(), INVENTED.runs()).stream().flatMap(cell -> Predicted.of(cell,
                data -> List.of()).stream()).toList();
        assertThat(Stream.of(none, Confusion.of(none), ClassErrors.of(none))).allSatisfy(list -> assertThat(list).isEmpty());
        assertThat(ClassErrorTable.of(none)).isEmpty();
        assertThat(Arrays.asList(Confusion.omitted(none))).doesNotContainNull();
    }
}

package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.Cells;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table;
import org.resbench.report.tables.PublishedTable;
import org.resbench.runs.Run;
import org.resbench.spec.Experiment;
import org.resbench.spec.PublishedResults;
import org.resbench.spec.ReportPlan;
import org.resbench.spec.Scale;

/** Published numbers as in He et al. 2015, table 6, and in the README files of the reproductions. Ours are invented. */
class PublishedTableTest {
    private static final PublishedResults HE = PublishedResults.read(Path.of("experiments/published/he2015.yaml"));
    private static final InventedRuns INVENTED = new InventedRuns(List.of(20, 56, 110), List.of(1L, 2L, 3L), Scale.REDUCED);
    private static final List<Cell> CELLS = Cells.of(INVENTED.experiment(), INVENTED.runs());

    @Test void publishedAndOthersAndOursStandSideBySide() {
        Table table = PublishedTable.of(HE, CELLS, true, Optional.of("BANNER")).orElseThrow();
        assertThat(row(table, "resnet-110").get("published").text()).isEqualTo("6.43 (6.61 ± 0.16)");
        assertThat(row(table, "resnet-110").get("published_test_error_percent").value()).isEqualTo(6.43);
        assertThat(row(table, "resnet-20").get("published").text()).isEqualTo("8.75");
        assertThat(row(table, "plain-20").get("published")).isEqualTo(Table.Entry.NONE);
        // Six runs that a user of akamaster's code gives: 7.40, 7.29, 7.40, 6.89, 8.42, 7.95; mean and sample standard deviation by
        // python3 -c "import statistics as s; x=[7.40,7.29,7.40,6.89,8.42,7.95]; print(s.mean(x), s.stdev(x))" -> 7.5583 0.5412
        assertThat(row(table, "resnet-56").get("reproductions").text()).contains("6.61 [1], 7.56 ± 0.54 [2], 7.40 ± 0.27 [3]");
        assertThat(row(table, "plain-110").get("reproductions").text()).startsWith("does not converge [");
        assertThat(row(table, "resnet-56").get("ours").text()).contains(" ± ");
        assertThat(row(table, "resnet-56").get("test_error_percent_by_seed").text().split(", ")).hasSize(3);
        assertThat(table.notes()).anySatisfy(note -> assertThat(note).contains("may not be compared. BANNER"))
                .anySatisfy(note -> assertThat(note).contains("6.43 is the best of the five"))
                .anySatisfy(note -> assertThat(note).startsWith("[3] nabla0001/resnet"));
    }

    /** The invented runs are on invented images. */
    @Test void errorsOnOtherDataAreShownOnlyWhenTheExperimentAsksForThem() {
        assertThat(PublishedTable.of(HE, CELLS, false, Optional.empty())).isEmpty();
        assertThat(report(List.of()).tables()).extracting(Table::id).doesNotContain("published-errors").contains("classification-error");
        Report asked = report(List.of("published-errors"));
        assertThat(asked.tables()).extracting(Table::id).containsExactly("published-errors", "runs");
        assertThat(asked.tables().get(0).notes().get(0)).contains("may not be compared", "REDUCED SCALE, data invented-images");
    }

    private static Report report(List<String> tables) {
        Experiment some = INVENTED.experiment();
        List<Run> runs = INVENTED.runs();
        return new ReportWriter(new Experiment(some.name(), some.title(), some.paper(), some.scale(), some.trials(), List.of(),
                new ReportPlan(List.of(), tables), some.source()), runs, List.of()).report();
    }

    private static Map<String, Table.Entry> row(Table table, String network) {
        List<Table.Entry> row = table.rows().stream().filter(r -> r.get(0).text().equals(network)).findFirst().orElseThrow();
        return IntStream.range(0, row.size()).boxed().collect(Collectors.toMap(i -> table.columns().get(i).key(), row::get));
    }
}

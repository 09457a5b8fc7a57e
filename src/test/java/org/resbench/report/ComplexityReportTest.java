package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.claims.Judge;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;

class ComplexityReportTest {
    private static final String FILE = """
            name: sizes
            paper: {id: he2015, place: table 6}
            complexity: {networks: [resnet-20, resnet-110], layout: [resnet-20, resnet-56]}
            claims: [{id: one, text: ResNet-20 has 0.27M parameters., place: table 6, count: {metric: parameters, of: resnet-20, \
            published: 0.27 M}}]
            """;
    private static final String PUBLISHED = """
            paper: he2015
            cited_as: He et al. 2015
            citation: c
            sizes: [{place: table 6, metric: parameters, values: {resnet-20: 0.27 M, resnet-110: 1.8 M}}]
            """;

    @TempDir Path folder;

    private ReportWriter writer() throws IOException {
        Files.createDirectories(folder.resolve("published"));
        Files.createDirectories(folder.resolve("deeper"));
        Files.writeString(folder.resolve("published/he2015.yaml"), PUBLISHED);
        Experiment experiment = ExperimentFile.load(Files.writeString(folder.resolve("deeper/sizes.yaml"), FILE),
                Scale.PAPER, List.of(), Optional.empty());
        return new ReportWriter(experiment, List.of(), Judge.judge(experiment, List.of()));
    }

    private static List<String> column(Table table, String key) {
        int at = table.columns().stream().map(Table.Column::key).toList().indexOf(key);
        return table.rows().stream().map(row -> row.get(at).text()).toList();
    }

    /** Table 6 prints 0.27M and 1.7M; 1.8M here stands for a misprint. */
    @Test void setsPublishedNumbersBesideOursAndMarksDifferences() throws IOException {
        Report report = writer().report();
        assertThat(report.heading().headline())
                .isEqualTo("Sizes of 2 networks beside He et al. 2015, table 6: 1 of 1 claim was reproduced.");
        Table parameters = report.tables().get(1);
        assertThat(column(parameters, "parameters")).containsExactly("269,722", "1,727,962");
        assertThat(column(parameters, "explanation")).containsExactly("agree", "DIFFERS");
        assertThat(column(parameters, "difference")).containsExactly("−0.1 %", "−4.0 %");
    }

    /** Section 4.2: 2n layers of 16, 32 and 64 filters on maps of 32, 16 and 8. */
    @Test void laysNetworksOutStageByStage() throws IOException {
        Table layout = writer().report().tables().get(2);
        assertThat(column(layout, "output_size").subList(0, 4)).containsExactly("32", "16", "8", "1");
        assertThat(column(layout, "resnet_20").subList(0, 4)).containsExactly("3x3, 16; [3x3, 16; 3x3, 16] × 3", "[3x3, 32; 3x3, 32] × 3",
                "[3x3, 64; 3x3, 64] × 3", "avg pool; fc 10");
        assertThat(column(layout, "resnet_56").get(1)).isEqualTo("[3x3, 32; 3x3, 32] × 9");
    }

    @Test void everyFormatIsWrittenWithoutRuns() throws IOException {
        Path out = folder.resolve("out");
        List<Path> files = writer().write(out, EnumSet.allOf(Format.class));
        assertThat(files).extracting(file -> out.relativize(file).toString())
                .contains("report.html", "report.pdf", "report.md", "report.json",
                        "tables/multiply-adds.csv", "tables/parameters.tex", "tables/layout.csv");
        assertThat(Files.readString(out.resolve("report.html"))).contains("Nothing was trained").doesNotContain("Runs by fingerprint");
        assertThat(Files.readString(out.resolve("tables/parameters.csv"))).contains("269722").contains("270000");
    }
}

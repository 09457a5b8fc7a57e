package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.spec.Scale;

class ReportWriterTest {
    private static final Clock CLOCK = Clock.fixed(InventedRuns.NOW, ZoneOffset.UTC);

    static ReportWriter writer(InventedRuns invented) {
        return new ReportWriter(invented.experiment(), invented.runs(), invented.judgements()).with(CLOCK);
    }

    @Test
    void htmlFetchesNothing(@TempDir Path folder) throws IOException {
        writer(new InventedRuns(List.of(20, 56), List.of(1L, 2L), Scale.REDUCED)).write(folder, EnumSet.of(Format.HTML));
        String html = Files.readString(folder.resolve("report.html"));
        String withoutNamespaces = html.replaceAll("xmlns(:[a-z]+)?=\"[^\"]*\"", "");
        assertThat(withoutNamespaces).doesNotContain("http://").doesNotContain("https://").doesNotContain("src=\"").doesNotContain("<link")
                .doesNotContain("<script").doesNotContain("@import");
    }

    @Test
    void writesEveryFormat(@TempDir Path folder) throws IOException {
        Path to = System.getenv("REPORT_OUT") == null ? folder : Path.of(System.getenv("REPORT_OUT"));
        writer(new InventedRuns(List.of(20, 32, 44, 56), List.of(1L, 2L, 3L), Scale.REDUCED)).write(to, EnumSet.allOf(Format.class));
        assertThat(to.resolve("report.pdf")).isNotEmptyFile();
    }
}

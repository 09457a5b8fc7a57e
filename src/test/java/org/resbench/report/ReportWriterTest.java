package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.spec.Scale;

class ReportWriterTest {
    @Test
    void htmlFetchesNothingAndIsWellFormed(@TempDir Path folder) throws Exception {
        InventedRuns.some().writer().write(folder, EnumSet.of(Format.HTML));
        String html = Files.readString(folder.resolve("report.html"));
        String withoutNamespaces = html.replaceAll("xmlns(:[a-z]+)?=\"[^\"]*\"", "");
        assertThat(withoutNamespaces).doesNotContain("http://", "https://", "src=\"", "<link", "<script", "@import")
                .contains("url(data:font/ttf");
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
    }

    /** REPORT_OUT names a folder to look at. */
    @Test
    void theSameRunsGiveTheSameBytesInEveryFormat(@TempDir Path folder) throws IOException {
        Path one = System.getenv("REPORT_OUT") == null ? folder.resolve("one") : Path.of(System.getenv("REPORT_OUT"));
        InventedRuns invented = new InventedRuns(List.of(20, 32, 44, 56), List.of(1L, 2L, 3L), Scale.REDUCED);
        List<Path> first = invented.writer().write(one, EnumSet.allOf(Format.class));
        Path two = folder.resolve("two");
        invented.writer().write(two, EnumSet.allOf(Format.class));
        for (Path file : first) {
            assertThat(Files.mismatch(file, two.resolve(one.relativize(file)))).as(file.toString()).isEqualTo(-1);
        }
        assertThat(first).extracting(f -> f.getFileName().toString()).contains("report.html", "report.pdf", "report.md", "report.json",
                "learning-curves.png", "learning-curves.svg", "learning-curves.csv", "classification-error.csv",
                "classification-error.tex");
    }

    @Test
    void formatsAreParsedOrRefusedByName() {
        assertThat(Format.parse("html, PDF")).containsExactly(Format.HTML, Format.PDF);
        assertThatThrownBy(() -> Format.parse("html,docx")).hasMessage(
                "--formats: 'docx' is not a report format; allowed: html,pdf,png,svg,csv,tex,md,json");
    }
}

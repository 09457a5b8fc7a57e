package org.resbench.report.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.resbench.report.InventedRuns;
import org.resbench.report.ReportWriter;
import org.resbench.report.model.Provenance;
import org.resbench.report.model.Report;
import org.resbench.report.model.RunProvenance;
import org.resbench.report.model.Table;
import org.resbench.report.tradeoff.InventedMeasurements;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;

/** Read back with PDFBox's reader. */
class PdfDocumentTest {
    private static final Report REPORT = InventedRuns.some().writer().report();
    private static byte[] pdf;

    @BeforeAll
    static void write() {
        pdf = PdfDocument.of(Pages.of(REPORT));
    }

    @Test
    void everyPageHasItsNumberTheTitleAndTheBanner() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("page " + page + " of " + pages, REPORT.heading().title(),
                        REPORT.heading().banner().orElseThrow());
            }
        }
    }

    @Test
    void textOfFiguresAndTablesCanBeSelected() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Residual networks", "iteration",
                    "multiply-adds of one image (millions)",
                    "plain-20", "Every seed");
        }
    }

    @Test
    void everyFontIsEmbeddedAndFiguresAreNoImages() throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        List<PDXObject> images = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                collect(page.getResources(), fonts, images);
            }
            assertThat(fonts).isNotEmpty().allSatisfy(font -> assertThat(font.isEmbedded()).as(font.getName()).isTrue());
            assertThat(images).isEmpty();
        }
    }

    /** Longest names that a matrix of schedules had, and a folder's. */
    @Test
    void noTextRunsOverTheRightMarginHoweverLongNamesAre() throws IOException {
        String cell = "resnet-8 warm_up={learning_rate=0.01,until_training_error_percent=80,give_up_after=30}";
        List<Table> tables = REPORT.tables().stream().map(table -> new Table(table.id(), table.title(), table.caption(), table.columns(),
                table.rows().stream().map(row -> Stream.concat(Stream.of(Table.Entry.of(cell)), row.stream().skip(1)).toList()).toList(),
                table.notes())).toList();
        List<RunProvenance> runs = List.of(new RunProvenance("resnet-8-tensorflow_same-cifar10-jpeg-s3-1b106d5575f7", cell, 3, "completed",
                "d".repeat(64), "d".repeat(64)));
        Report wide = new Report(REPORT.heading(), REPORT.tally(), REPORT.claims(), tables, REPORT.figures(),
                new Provenance(REPORT.provenance().facts(), runs), REPORT.notes());
        assertThat(outside(wide)).isEmpty();
    }

    /** Its table of costs is the widest: ten columns, some with intervals. */
    @Test
    void noTextOfAComparisonOfNetworksRunsOverTheRightMargin() throws IOException {
        Experiment experiment = ExperimentFile.load(Path.of("experiments/tradeoff/architectures.yaml"), Scale.PAPER, List.of(),
                Optional.empty());
        for (String energy : List.of("measured", "estimated", "unavailable")) {
            assertThat(outside(ReportWriter.measured(experiment,
                    InventedMeasurements.of(experiment.measuring().orElseThrow(), energy)).report())).as(energy).isEmpty();
        }
    }

    /** A4 is 595.3 points wide, the margin 15 mm (42.5 points). */
    private static List<String> outside(Report report) throws IOException {
        List<String> outside = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(PdfDocument.of(Pages.of(report)))) {
            new PDFTextStripper() {
                @Override protected void writeString(String text, List<TextPosition> positions) {
                    positions.stream().filter(p -> p.getDir() == 0 && p.getXDirAdj() + p.getWidthDirAdj() > 595.3 - 42.5 + 1).findFirst()
                            .ifPresent(p -> outside.add(text));
                }
            }.getText(document);
        }
        return outside;
    }

    private static void collect(PDResources resources, List<PDFont> fonts, List<PDXObject> images) throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDFormXObject form && form.getResources() != null) {
                collect(form.getResources(), fonts, images);
            } else if (object instanceof PDImageXObject) {
                images.add(object);
            }
        }
    }

    @Test
    void bookmarksNameEverySectionClaimFigureAndTable() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> names = new ArrayList<>();
            for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
                names.add(item.getTitle());
                item.children().forEach(child -> names.add(child.getTitle()));
            }
            assertThat(names).contains("Summary", "Claims", "Figures", "Tables", "Provenance", "Learning curves", "Classification error");
            REPORT.claims().forEach(claim -> assertThat(names).contains(claim.id() + ": " + claim.word()));
        }
    }

    @Test
    void metadataNameTitleAndAuthor() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(REPORT.heading().title());
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Resbench");
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
        }
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(java.util.Arrays.equals(PdfDocument.of(Pages.of(REPORT)), pdf)).isTrue();
    }
}

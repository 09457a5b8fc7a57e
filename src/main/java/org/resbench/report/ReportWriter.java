package org.resbench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.resbench.claims.CostJudge;
import org.resbench.claims.Judgement;
import org.resbench.claims.explain.Ablation;
import org.resbench.claims.looks.Looks;
import org.resbench.report.cells.ClassNames;
import org.resbench.report.charts.Drawings;
import org.resbench.report.documents.CsvDocument;
import org.resbench.report.documents.EffectsDocument;
import org.resbench.report.documents.JsonDocument;
import org.resbench.report.documents.LatexDocument;
import org.resbench.report.documents.MarkdownDocument;
import org.resbench.report.documents.Pages;
import org.resbench.report.documents.PdfDocument;
import org.resbench.report.documents.SvgDocument;
import org.resbench.report.energy.Footprint;
import org.resbench.report.model.Report;
import org.resbench.report.tables.DifferencesTable;
import org.resbench.runs.Run;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.runs.measurements.MeasurementStore;
import org.resbench.spec.Experiment;

/** Writes the report of an experiment's runs. The same runs give the same bytes, but for the date. */
public final class ReportWriter {
    private final Optional<Experiment> experiment;
    private final List<Run> runs;
    private final List<Judgement> judgements;
    private final Optional<Looks> looks;
    private final List<MeasuredNetwork> measured;
    private final Clock clock;
    private final Footprint footprint;
    private final ClassNames names;

    /** @param runs all that may belong to the experiment; others are left out
     * @param judgements of the claims, by {@link org.resbench.claims.Judge} */
    public ReportWriter(Experiment experiment, List<Run> runs, List<Judgement> judgements) {
        this(Optional.of(experiment), runs, judgements, Optional.empty(), Clock.systemUTC(), Footprint.UNSTATED, ClassNames.UNKNOWN);
    }

    /** A report of claims that were judged at several looks.
     * @param looks with a judgement for each claim */
    public ReportWriter(Experiment experiment, List<Run> runs, Looks looks) {
        this(Optional.of(experiment), runs, looks.judgements(), Optional.of(looks), Clock.systemUTC(), Footprint.UNSTATED,
                ClassNames.UNKNOWN);
    }

    /** A report of runs whose experiment file is not at hand: tables only. */
    public ReportWriter(List<Run> runs) {
        this(Optional.empty(), runs, List.of(), Optional.empty(), Clock.systemUTC(), Footprint.UNSTATED, ClassNames.UNKNOWN);
    }

    /** A report of an experiment that measures.
     * @param measured all that was measured for it, under whatever conditions; one machine's are taken */
    public static ReportWriter measured(Experiment experiment, List<MeasuredNetwork> measured) {
        List<MeasuredNetwork> own = MeasurementStore.ofOneMachine(measured);
        return new ReportWriter(Optional.of(experiment), List.of(), CostJudge.judge(experiment, own), Optional.empty(), Clock.systemUTC(),
                Footprint.UNSTATED, ClassNames.UNKNOWN, measured);
    }

    private ReportWriter(Optional<Experiment> experiment, List<Run> runs, List<Judgement> judgements, Optional<Looks> looks, Clock clock,
                         Footprint footprint, ClassNames names) {
        this(experiment, runs, judgements, looks, clock, footprint, names, List.of());
    }

    private ReportWriter(Optional<Experiment> experiment, List<Run> runs, List<Judgement> judgements, Optional<Looks> looks, Clock clock,
                         Footprint footprint, ClassNames names, List<MeasuredNetwork> measured) {
        this.measured = List.copyOf(measured);
        this.experiment = experiment;
        this.runs = List.copyOf(runs);
        this.judgements = List.copyOf(judgements);
        this.looks = looks;
        this.clock = clock;
        this.footprint = footprint;
        this.names = names;
    }

    /** The same report as of another clock. */
    public ReportWriter with(Clock other) {
        return new ReportWriter(experiment, runs, judgements, looks, other, footprint, names, measured);
    }

    /** The same report with what energy costs and emits. */
    public ReportWriter with(Footprint other) {
        return new ReportWriter(experiment, runs, judgements, looks, clock, other, names, measured);
    }

    /** The same report with the names of classes. */
    public ReportWriter with(ClassNames other) {
        return new ReportWriter(experiment, runs, judgements, looks, clock, footprint, other, measured);
    }

    /** What the report says, without writing it. */
    public Report report() {
        Optional<Report> ofMeasured = experiment.flatMap(e -> e.measuring()
                .map(m -> TradeoffReport.of(e, m, measured, judgements, footprint, clock.instant())));
        if (ofMeasured.isPresent()) {
            return ofMeasured.get();
        }
        ReportBuilder builder = new ReportBuilder(clock.instant(), footprint, names);
        Report report = experiment.map(e -> builder.of(e, runs, judgements)).orElseGet(() -> builder.of(runs));
        return looks.map(report::with).orElse(report);
    }

    /** Writes {@code report.html}, {@code report.pdf}, {@code report.md}, {@code report.json}, of an ablation {@code effects.json},
     * {@code figures/ID.png|svg|csv} and {@code tables/ID.csv|tex}, as far as the formats ask for them; existing files are replaced.
     * @return the files, in the order they were written
     * @throws IOException if the folder cannot be made or written to */
    public List<Path> write(Path folder, Set<Format> formats) throws IOException {
        Report report = report();
        Pages pages = Pages.of(report);
        Output out = new Output(folder);
        for (Format format : Format.values()) {
            if (formats.contains(format)) {
                switch (format) {
                    case HTML -> out.text("report.html", pages.html());
                    case PDF -> out.bytes("report.pdf", PdfDocument.of(pages));
                    case PNG -> out.each(report.figures(), f -> "figures/" + f.id() + ".png", Drawings::png);
                    case SVG -> out.each(report.figures(), f -> "figures/" + f.id() + ".svg",
                            f -> utf8(SvgDocument.of(pages.drawings().get(report.figures().indexOf(f)))));
                    case CSV -> {
                        out.each(report.tables(), t -> "tables/" + t.id() + ".csv", t -> utf8(CsvDocument.of(t)));
                        out.each(report.figures(), f -> "figures/" + f.id() + ".csv", f -> utf8(CsvDocument.of(f)));
                    }
                    case TEX -> out.each(report.tables(), t -> "tables/" + t.id() + ".tex", t -> utf8(LatexDocument.of(t, report)));
                    case MD -> out.text("report.md", MarkdownDocument.of(pages));
                    case JSON -> {
                        out.text("report.json", JsonDocument.of(report));
                        if (experiment.isPresent() && experiment.get().report().tables().contains(DifferencesTable.ID)) {
                            out.text("effects.json", EffectsDocument.of(experiment.get(), Ablation.of(experiment.get(), runs)));
                        }
                    }
                }
            }
        }
        return out.written;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The files of one call. */
    private static final class Output {
        private final Path folder;
        private final List<Path> written = new ArrayList<>();

        Output(Path folder) {
            this.folder = folder;
        }

        void text(String name, String text) throws IOException {
            bytes(name, utf8(text));
        }

        void bytes(String name, byte[] bytes) throws IOException {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            written.add(file);
        }

        <T> void each(List<T> items, Function<T, String> name, Function<T, byte[]> content) throws IOException {
            for (T item : items) {
                bytes(name.apply(item), content.apply(item));
            }
        }
    }
}

package org.resbench.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.claims.Judgement;
import org.resbench.claims.explain.Ablation;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.Cells;
import org.resbench.report.cells.ClassNames;
import org.resbench.report.cells.Predicted;
import org.resbench.report.energy.Footprint;
import org.resbench.report.figures.ClaimFigures;
import org.resbench.report.figures.ClaimIntervals;
import org.resbench.report.figures.ClassErrors;
import org.resbench.report.figures.Confusion;
import org.resbench.report.figures.Differences;
import org.resbench.report.figures.ErrorAgainstDepth;
import org.resbench.report.figures.ErrorAgainstEnergy;
import org.resbench.report.figures.ErrorAgainstMultiplyAdds;
import org.resbench.report.figures.GradientNorms;
import org.resbench.report.figures.LayerResponses;
import org.resbench.report.figures.LearningCurves;
import org.resbench.report.figures.Samples;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Report.Heading;
import org.resbench.report.model.Report.Tally;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table;
import org.resbench.report.tables.ClassErrorTable;
import org.resbench.report.tables.CostTable;
import org.resbench.report.tables.CostToErrorTable;
import org.resbench.report.tables.EnergyTable;
import org.resbench.report.tables.DifferencesTable;
import org.resbench.report.tables.ErrorTable;
import org.resbench.report.tables.PublishedTable;
import org.resbench.report.tables.RunsTable;
import org.resbench.runs.Run;
import org.resbench.spec.Experiment;
import org.resbench.spec.PublishedResults;
import org.resbench.spec.Scale;

/** Turns runs and verdicts into a report. Pure: the same runs and time give the same report. */
final class ReportBuilder {
    static final Map<String, Function<Material, List<Figure>>> FIGURES = figures();
    static final Map<String, Function<Material, Optional<Table>>> TABLES = tables();

    /** What the experiment's paper prints, for a report that shows it.
     * @param asked whether the experiment file asks for it by name @param refusal why it may not be compared with these runs; empty if it
     *     may */
    record Published(PublishedResults results, boolean asked, Optional<String> refusal) {}

    /** What tables and figures are made of. @param predicted of the cells that stored predictions */
    record Material(List<Cell> cells, Optional<Published> published, Footprint footprint, List<Predicted> predicted) {}

    private final Instant generated;
    private final Footprint footprint;
    private final ClassNames names;

    /** @param footprint what energy costs and emits @param names of classes */
    ReportBuilder(Instant generated, Footprint footprint, ClassNames names) {
        this.generated = generated;
        this.footprint = footprint;
        this.names = names;
    }

    private Material material(List<Cell> cells, Optional<Published> published) {
        return new Material(cells, published, footprint, cells.stream().flatMap(cell -> Predicted.of(cell, names).stream()).toList());
    }

    private static Map<String, Function<Material, List<Figure>>> figures() {
        Map<String, Function<Material, List<Figure>>> all = new LinkedHashMap<>();
        all.put(Samples.ID, m -> Samples.of(m.cells(), m.published().map(Published::results), m.published().flatMap(Published::refusal)));
        all.put(LearningCurves.ID, m -> LearningCurves.of(m.cells()));
        all.put(ErrorAgainstDepth.ID, m -> ErrorAgainstDepth.of(m.cells()).stream().toList());
        all.put(ErrorAgainstMultiplyAdds.ID, m -> ErrorAgainstMultiplyAdds.of(m.cells()).stream().toList());
        all.put(ErrorAgainstEnergy.ID, m -> ErrorAgainstEnergy.of(m.cells()).stream().toList());
        all.put(Confusion.ID, m -> Confusion.of(m.predicted()));
        all.put(ClassErrors.ID, m -> ClassErrors.of(m.predicted()));
        all.put(GradientNorms.ID, m -> GradientNorms.of(m.cells()));
        all.put(LayerResponses.ID, m -> LayerResponses.of(m.cells()));
        return all;
    }

    private static Map<String, Function<Material, Optional<Table>>> tables() {
        Map<String, Function<Material, Optional<Table>>> all = new LinkedHashMap<>();
        all.put(PublishedTable.ID, m -> m.published().flatMap(p -> PublishedTable.of(p.results(), m.cells(), p.asked(), p.refusal())));
        all.put(ErrorTable.CLASSIFICATION, m -> Optional.of(ErrorTable.classification(m.cells())));
        all.put(ErrorTable.TRAINING, m -> Optional.of(ErrorTable.training(m.cells())));
        all.put(ClassErrorTable.ID, m -> ClassErrorTable.of(m.predicted()));
        all.put(CostTable.ID, m -> Optional.of(CostTable.of(m.cells())));
        all.put(EnergyTable.ID, m -> EnergyTable.of(m.cells(), m.footprint()));
        all.put(CostToErrorTable.ID, m -> CostToErrorTable.of(m.cells()));
        all.put(RunsTable.ID, m -> Optional.of(RunsTable.of(m.cells())));
        return all;
    }

    Report of(Experiment experiment, List<Run> runs, List<Judgement> judgements) {
        if (experiment.complexity().isPresent()) {
            return ComplexityReport.of(experiment, experiment.complexity().get(), judgements, generated);
        }
        List<Cell> cells = Cells.of(experiment, runs);
        List<ClaimResult> claims = judgements.stream().map(Words::claim).toList();
        Tally tally = Words.tally(claims, cells);
        List<String> notes = new ArrayList<>();
        List<Figure> drawn = new ArrayList<>(ClaimIntervals.of(claims).stream().toList());
        Optional<Ablation> ablation = experiment.report().tables().contains(DifferencesTable.ID)
                ? Optional.of(Ablation.of(experiment, runs))
                : Optional.empty();
        ablation.flatMap(Differences::of).ifPresent(drawn::add);
        Optional<String> banner = Banner.of(experiment.paper() == null ? "" : experiment.paper().id(), List.of(experiment.scale()),
                experiment.recipeChanges(), cells);
        String where = experiment.paper() == null ? "an experiment of no paper" : Words.of(experiment.paper());
        String headline = "Rerun of " + where + " at " + Words.scale(experiment.scale()) + " scale" + Banner.data(cells)
                .map(d -> " on " + d).orElse("")
                + ", " + Words.seeds(cells) + ": " + Words.verdicts(tally.claims(), claims) + ".";
        Heading heading = new Heading(experiment.name(), experiment.title(), where, Words.scale(experiment.scale()), banner, headline,
                generated);
        List<String> asked = experiment.report().tables();
        Optional<Published> published = PublishedResults.of(experiment)
                .map(p -> new Published(p, asked.contains(PublishedTable.ID), banner));
        ClaimFigures ofClaims = new ClaimFigures(cells, published.map(Published::results), banner);
        claims.forEach(claim -> ofClaims.of(claim).ifPresent(drawn::add));
        Material material = material(cells, published);
        drawn.addAll(figures(experiment.report().figures(), material, notes));
        List<Table> tables = new ArrayList<>(ablation.map(DifferencesTable::of).stream().toList());
        tables.addAll(tables(asked, material, notes));
        return new Report(heading, tally, claims, tables, drawn, Provenances.of(cells), notes);
    }

    /** Tables and figures of runs whose experiment file is not at hand; no claims. */
    Report of(List<Run> runs) {
        List<Cell> cells = Cells.of(runs);
        List<Scale> scales = runs.stream().map(r -> r.manifest().scale()).distinct().sorted().toList();
        String scale = scales.stream().map(Words::scale).collect(Collectors.joining(" and "));
        Tally tally = Words.tally(List.of(), cells);
        Heading heading = new Heading("runs", "All runs", "without an experiment file", scale, Banner.of("", scales, List.of(), cells),
                runs.size() + (runs.size() == 1 ? " run" : " runs") + " at scale " + scale
                + "; no experiment file, so no claims were judged.", generated);
        return new Report(heading, tally, List.of(), tables(List.of(), material(cells, Optional.empty()), new ArrayList<>()), List.of(),
                Provenances.of(cells), List.of());
    }

    private static List<Figure> figures(List<String> asked, Material material, List<String> notes) {
        List<Figure> drawn = new ArrayList<>();
        for (String id : asked.isEmpty() ? List.copyOf(FIGURES.keySet()) : asked) {
            List<Figure> figures = FIGURES.containsKey(id) ? FIGURES.get(id).apply(material) : List.of();
            drawn.addAll(figures);
            Optional<String> omitted = id.equals(Confusion.ID) ? Confusion.omitted(material.predicted()) : Optional.empty();
            omitted.ifPresent(notes::add);
            if (figures.isEmpty() && omitted.isEmpty() && !asked.isEmpty()) {
                notes.add(FIGURES.containsKey(id) ? "Figure '" + id + "' was asked for, but the runs do not hold what it needs (yet)."
                        : "Figure '" + id + "' is not known; known are " + String.join(", ", FIGURES.keySet()) + ".");
            }
        }
        return drawn;
    }

    /** Runs are always among them, so that no failed or missing one is lost from sight. */
    private static List<Table> tables(List<String> asked, Material material, List<String> notes) {
        Set<String> ids = new LinkedHashSet<>(asked.isEmpty() ? TABLES.keySet() : asked);
        ids.remove(DifferencesTable.ID);
        if (asked.isEmpty() && !CostToErrorTable.knowsEnergy(material.cells())) {
            ids.remove(CostToErrorTable.ID);
        }
        ids.add(RunsTable.ID);
        List<Table> tables = new ArrayList<>();
        for (String id : ids) {
            Optional<Table> table = TABLES.get(id).apply(material);
            table.ifPresent(tables::add);
            if (table.isEmpty() && asked.contains(id)) {
                notes.add("Table '" + id + "' was asked for, but " + (id.equals(EnergyTable.ID) ? "no run's energy is known."
                        : id.equals(CostToErrorTable.ID) ? "no run has an evaluation."
                        : "nothing is known to be published on these networks."));
            }
        }
        return tables;
    }
}

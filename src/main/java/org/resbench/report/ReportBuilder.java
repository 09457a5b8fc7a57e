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
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.Cells;
import org.resbench.report.figures.ClaimIntervals;
import org.resbench.report.figures.ErrorAgainstDepth;
import org.resbench.report.figures.ErrorAgainstMultiplyAdds;
import org.resbench.report.figures.GradientNorms;
import org.resbench.report.figures.LayerResponses;
import org.resbench.report.figures.LearningCurves;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Report.Heading;
import org.resbench.report.model.Report.Tally;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table;
import org.resbench.report.tables.CostTable;
import org.resbench.report.tables.ErrorTable;
import org.resbench.report.tables.RunsTable;
import org.resbench.runs.Run;
import org.resbench.spec.Experiment;
import org.resbench.spec.Scale;

/** Turns runs and verdicts into a report. Pure: the same runs and time give the same report. */
final class ReportBuilder {
    static final Map<String, Function<List<Cell>, List<Figure>>> FIGURES = figures();
    static final Map<String, Function<List<Cell>, Table>> TABLES = tables();

    private final Instant generated;

    ReportBuilder(Instant generated) {
        this.generated = generated;
    }

    private static Map<String, Function<List<Cell>, List<Figure>>> figures() {
        Map<String, Function<List<Cell>, List<Figure>>> all = new LinkedHashMap<>();
        all.put(LearningCurves.ID, LearningCurves::of);
        all.put(ErrorAgainstDepth.ID, cells -> ErrorAgainstDepth.of(cells).stream().toList());
        all.put(ErrorAgainstMultiplyAdds.ID, cells -> ErrorAgainstMultiplyAdds.of(cells).stream().toList());
        all.put(GradientNorms.ID, GradientNorms::of);
        all.put(LayerResponses.ID, LayerResponses::of);
        return all;
    }

    private static Map<String, Function<List<Cell>, Table>> tables() {
        Map<String, Function<List<Cell>, Table>> all = new LinkedHashMap<>();
        all.put(ErrorTable.CLASSIFICATION, ErrorTable::classification);
        all.put(ErrorTable.TRAINING, ErrorTable::training);
        all.put(CostTable.ID, CostTable::of);
        all.put(RunsTable.ID, RunsTable::of);
        return all;
    }

    Report of(Experiment experiment, List<Run> runs, List<Judgement> judgements) {
        List<Cell> cells = Cells.of(experiment, runs);
        List<ClaimResult> claims = judgements.stream().map(Words::claim).toList();
        Tally tally = Words.tally(claims, cells);
        List<String> notes = new ArrayList<>();
        List<Figure> drawn = new ArrayList<>(ClaimIntervals.of(claims).stream().toList());
        drawn.addAll(figures(experiment.report().figures(), cells, notes));
        Optional<String> banner = Banner.of(experiment.paper() == null ? "" : experiment.paper().id(), List.of(experiment.scale()),
                experiment.recipeChanges(), cells);
        String where = experiment.paper() == null ? "an experiment of no paper" : Words.of(experiment.paper());
        String headline = "Rerun of " + where + " at " + Words.scale(experiment.scale()) + " scale" + Banner.data(cells)
                .map(d -> " on " + d).orElse("")
                + ", " + Words.seeds(cells) + ": " + Words.verdicts(tally.claims(), claims) + ".";
        Heading heading = new Heading(experiment.name(), experiment.title(), where, Words.scale(experiment.scale()), banner, headline,
                generated);
        return new Report(heading, tally, claims, tables(experiment.report().tables(), cells), drawn, Provenances.of(cells), notes);
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
        return new Report(heading, tally, List.of(), tables(List.of(), cells), List.of(), Provenances.of(cells), List.of());
    }

    private static List<Figure> figures(List<String> asked, List<Cell> cells, List<String> notes) {
        List<Figure> drawn = new ArrayList<>();
        for (String id : asked.isEmpty() ? List.copyOf(FIGURES.keySet()) : asked) {
            List<Figure> figures = FIGURES.containsKey(id) ? FIGURES.get(id).apply(cells) : List.of();
            drawn.addAll(figures);
            if (figures.isEmpty() && !asked.isEmpty()) {
                notes.add(FIGURES.containsKey(id) ? "Figure '" + id + "' was asked for, but the runs do not hold what it needs (yet)."
                        : "Figure '" + id + "' is not known; known are " + String.join(", ", FIGURES.keySet()) + ".");
            }
        }
        return drawn;
    }

    /** Runs are always among them, so that no failed or missing one is lost from sight. */
    private static List<Table> tables(List<String> asked, List<Cell> cells) {
        Set<String> ids = new LinkedHashSet<>(asked.isEmpty() ? TABLES.keySet() : asked);
        ids.add(RunsTable.ID);
        return ids.stream().filter(TABLES::containsKey).map(t -> TABLES.get(t).apply(cells)).toList();
    }
}

package org.resbench.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.resbench.cli.plan.Plan;
import org.resbench.cli.plan.Planner;
import org.resbench.cli.plan.Prediction;
import org.resbench.cli.session.Words;

/** What {@code resbench plan} prints for people. */
final class PlanText {
    private static final String UNKNOWN = "-";
    private static final double DAY = 86_400;

    private PlanText() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        text.append(plan.experiment()).append(", scale ").append(ExperimentOptions.name(plan.scale())).append(": ")
                .append(plan.title()).append("\n\n");
        TextTable table = TextTable.of("network", ">seed", ">layers", ">parameters", ">multiply-adds", ">memory",
                ">steps", ">images", ">time", "state");
        for (Plan.Row row : plan.trials()) {
            table.row(row.cell(), Long.toString(row.seed()), Integer.toString(row.layers()),
                    count(row.parameters()), count(row.multiplyAdds()), RunsText.bytes(row.trainingMemoryBytes()), count(row.steps()),
                    count(row.images()), time(row.predictedSeconds()), state(row));
        }
        table.row("total", "", "", "", "", "", count(plan.steps()), count(plan.images()), time(plan.predictedSeconds()), "");
        text.append(table).append('\n').append(summary(plan)).append(basis(plan));
        plan.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString();
    }

    private static String state(Plan.Row row) {
        if (row.status().isEmpty()) {
            return "";
        }
        String from = row.stepsKept() == 0 ? "" : ", goes on at " + (row.stepsKept() + 1);
        return switch (row.status().get()) {
            case COMPLETED -> "finished";
            case DIVERGED -> "finished, diverged";
            case RUNNING -> "another process trains it";
            case INTERRUPTED -> "interrupted" + from;
            case FAILED -> "failed" + from;
        };
    }

    private static String summary(Plan plan) {
        int all = plan.trials().size();
        long open = all - plan.finished();
        if (open == 0) {
            return Words.count(all, "trial") + ", all finished already in " + plan.runs() + ".\n";
        }
        String finished = plan.finished() == 0 ? "" : plan.finished() + " finished already in " + plan.runs() + ", ";
        String left = plan.remainingSeconds().map(seconds -> ", about " + time(Optional.of(seconds)) + days(seconds)).orElse("");
        return Words.count(all, "trial") + ": " + finished + open + " to train" + left + ".\n";
    }

    private static String basis(Plan plan) {
        if (plan.device().isEmpty()) {
            return "No throughput was measured here yet, so no time is predicted; the first finished run gives one." + shortRun(plan);
        }
        List<String> open = plan.trials().stream().filter(row -> row.prediction().isEmpty()).map(Plan.Row::cell).distinct().toList();
        if (!open.isEmpty()) {
            return "No time is predicted: finished runs here (" + plan.device().get()
                    + ") are too short to foretell " + String.join(", ", open) + "." + shortRun(plan);
        }
        Map<Prediction, List<Plan.Row>> byBasis = plan.trials().stream().collect(Collectors.groupingBy(
                row -> new Prediction(0, 0, row.prediction().orElseThrow().scaled(),
                        row.prediction().orElseThrow().runs()), LinkedHashMap::new,
                Collectors.toList()));
        StringBuilder text = new StringBuilder("Times are what finished runs took here (" + plan.device().get()
                + "), one trial at a time, with setup, first steps\nand evaluations; the total has "
                + Math.round(plan.startAndReportSeconds()) + " s more for start and report:\n");
        byBasis.forEach((basis, rows) -> text.append("  ").append(rows.stream().map(Plan.Row::cell).distinct()
                .collect(Collectors.joining(", ")))
                .append(basis.scaled() ? ": scaled by multiply-adds from " : ": measured in ").append(runs(basis.runs())).append('\n'));
        return text.toString();
    }

    private static String shortRun(Plan plan) {
        return " Or measure\n" + Planner.MEASURED_STEPS + " steps of each network: resbench run "
                + ShellWords.of(plan.source().toString()) + " --scale "
                + plan.scale().name().toLowerCase(Locale.ROOT) + " --seeds " + plan.trials().get(0).seed()
                + " --set recipe.iterations=" + Planner.MEASURED_STEPS + " --set 'recipe.drops=[]'\n";
    }

    private static String runs(List<String> runs) {
        return runs.get(0) + (runs.size() == 1 ? "" : " and " + Words.count(runs.size() - 1, "run") + " like it");
    }

    private static String time(Optional<Double> seconds) {
        return seconds.map(known -> Words.duration(Duration.ofMillis(Math.round(known * 1000)))).orElse(UNKNOWN);
    }

    /** {@code (35 days)} behind hours that nobody divides in his head. */
    private static String days(double seconds) {
        return seconds < 2 * DAY ? "" : String.format(Locale.ROOT, " (%.0f days)", seconds / DAY);
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}

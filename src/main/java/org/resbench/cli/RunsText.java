package org.resbench.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.runs.Finding;
import org.resbench.runs.Garbage;
import org.resbench.runs.RunDiff;
import org.resbench.runs.RunSummary;

/** What {@code resbench runs} prints for people. */
final class RunsText {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final String UNKNOWN = "-";

    private RunsText() {}

    static String list(List<RunSummary> runs, Instant now) {
        if (runs.isEmpty()) {
            return "no runs\n";
        }
        TextTable table = TextTable.of("status", "cell", "data", ">seed", ">iterations", ">test error", ">images/s", ">changed", "folder");
        for (RunSummary run : runs) {
            table.row(run.status().name().toLowerCase(Locale.ROOT), run.cell(), run.data(), Long.toString(run.seed()),
                    run.iterations() + "/" + run.plannedIterations(), number(run.testErrorPercent(), "%.2f %%"),
                    number(run.imagesPerSecond(), "%.0f"), age(Duration.between(run.lastChange(), now)) + " ago", run.folder());
        }
        return table.toString();
    }

    static String findings(List<Finding> findings, int folders) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding.damage() ? "damage  " : "note    ").append(finding.folder()).append(": ")
                    .append(finding.text()).append('\n');
        }
        long damaged = findings.stream().filter(Finding::damage).map(Finding::folder).distinct().count();
        return text.append(folders).append(folders == 1 ? " run, " : " runs, ")
                .append(damaged == 0 ? "no damage" : damaged + " damaged").append('\n').toString();
    }

    static String diff(RunDiff diff) {
        StringBuilder text = new StringBuilder();
        if (diff.differences().isEmpty()) {
            text.append("manifest and result are equal in every key\n");
        } else {
            TextTable table = TextTable.of("file", "key", diff.first(), diff.second());
            for (RunDiff.Difference difference : diff.differences()) {
                table.row(difference.file(), difference.key(), difference.first().orElse("(absent)"),
                        difference.second().orElse("(absent)"));
            }
            text.append(table).append(diff.equalKeys()).append(" other keys are equal\n");
        }
        if (diff.firstDifferingStep().isPresent()) {
            text.append("training losses differ from iteration ").append(diff.firstDifferingStep().getAsLong()).append(" on\n");
        }
        return text.toString();
    }

    static String garbage(List<Garbage> garbage, boolean removed) {
        if (garbage.isEmpty()) {
            return "nothing to remove\n";
        }
        TextTable table = TextTable.of(">size", "what", "why");
        for (Garbage item : garbage) {
            table.row(bytes(item.bytes()), item.path().toString(), item.why());
        }
        String total = bytes(garbage.stream().mapToLong(Garbage::bytes).sum());
        return table + (removed ? "freed " + total : "would free " + total + "; nothing was removed, --yes removes it") + "\n";
    }

    /** In the largest unit that gives at least one: {@code 3 h}. A time in the future, from another machine's clock, is {@code 0 s}. */
    static String age(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return seconds / MINUTE + " min";
        }
        return seconds < DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
    }

    /** Binary units: {@code 1.5 GiB}. */
    static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }

    private static String number(Optional<Double> value, String format) {
        return value.map(known -> String.format(Locale.ROOT, format, known)).orElse(UNKNOWN);
    }
}

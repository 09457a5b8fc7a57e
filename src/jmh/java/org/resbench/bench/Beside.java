package org.resbench.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.resbench.cli.TextTable;

/** Results beside earlier ones.
 * @param earlier the newest first; a number is held against the newest that has it */
record Beside(Recorded fresh, List<Recorded> earlier) {
    /** Medians, and how many times as fast (or, of other numbers, as large) the new one is. */
    String text() {
        TextTable table = TextTable.of("benchmark", "parameters", ">new", ">committed", ">times as good", "unit", "committed");
        boolean otherMachine = false;
        for (Recorded.Measured one : fresh.results()) {
            Optional<Recorded> where = earlier.stream().filter(old -> old.results().stream().anyMatch(one::measuresAs)).findFirst();
            Optional<Double> before = where.flatMap(old -> old.results().stream().filter(one::measuresAs).findFirst())
                    .map(Recorded.Measured::median);
            boolean other = where.isPresent() && !where.get().machine().processor().equals(fresh.machine().processor());
            otherMachine |= other;
            table.row(one.benchmark(), words(one.parameters()), number(one.median()), before.map(Beside::number).orElse("-"),
                    before.map(old -> String.format(Locale.ROOT, "%.2f", one.isTime() ? old / one.median() : one.median() / old))
                            .orElse("-"), one.unit(),
                    where.map(old -> old.date().toString().substring(0, 10) + " " + shortened(old.commit()) + (other ? " *" : ""))
                            .orElse("never"));
        }
        return "\n" + table + (otherMachine ? "* measured on another processor: the ratio is the machines' too\n" : "")
                + "Medians of the iterations. On a machine that does other work, "
                + "iterations differ by tens of percent: look at the samples.\n";
    }

    private static String words(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining(" "));
    }

    private static String shortened(String commit) {
        return commit.length() > 12 ? commit.substring(0, 12) + (commit.endsWith("-dirty") ? "-dirty" : "") : commit;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 1 ? "%.2f" : "%.4f", value);
    }
}

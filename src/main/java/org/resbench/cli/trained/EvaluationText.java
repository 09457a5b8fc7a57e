package org.resbench.cli.trained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resbench.cli.TextTable;
import org.resbench.stats.Interval;

/** What {@code resbench evaluate} prints for people. */
public final class EvaluationText {
    /** A wider matrix does not fit a terminal. */
    private static final int WIDEST_MATRIX = 20;
    private static final int MOST_CONFUSIONS = 20;
    private static final int SHORT_NAME = 8;

    private EvaluationText() {}

    public static String of(EvaluationFacts facts) {
        StringBuilder text = new StringBuilder(settings(facts.trained().facts())).append('\n');
        int[][] confusion = facts.evaluation().confusion();
        text.append(classes(facts.data().classes(), confusion)).append('\n');
        text.append(confusion.length <= WIDEST_MATRIX ? matrix(facts.data().classes(), confusion)
                : confusions(facts.data().classes(), confusion)).append('\n');
        Interval interval = facts.interval();
        text.append(String.format(Locale.ROOT, "%s on %s: %d errors in %d images, error %.2f %% [%.2f, %.2f], loss %.4f nats\n",
                facts.trained().network().name(), images(facts), facts.evaluation().errors(), facts.evaluation().images(),
                facts.evaluation().errorPercent(),
                100 * interval.lower(), 100 * interval.upper(), facts.evaluation().loss()));
        text.append(String.format(Locale.ROOT,
                "Protocol %s. The interval (%.0f %%, Wilson) covers the choice of test images, not the spread over seeds.\n",
                facts.evaluation().protocol().word(), 100 * Interval.LEVEL));
        facts.remarks().forEach(remark -> text.append("Note: ").append(remark).append('\n'));
        return text.toString();
    }

    static String settings(Map<String, String> facts) {
        TextTable table = TextTable.of("setting", "value");
        facts.forEach((name, value) -> table.row(name.replace('_', ' '), value));
        return table.toString();
    }

    private static String images(EvaluationFacts facts) {
        String split = "the " + facts.data().split() + " split of " + facts.data().name();
        return facts.every() == 1 ? split : "every " + ordinal(facts.every()) + " of the " + facts.data().images() + " images in " + split;
    }

    /** 2nd, 3rd, 20th. */
    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        return number + (teen ? "th" : switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        });
    }

    private static String classes(List<String> names, int[][] confusion) {
        TextTable table = TextTable.of("class", ">images", ">errors", ">error %");
        for (int c = 0; c < confusion.length; c++) {
            int images = Arrays.stream(confusion[c]).sum();
            int errors = images - confusion[c][c];
            table.row(names.get(c), Integer.toString(images), Integer.toString(errors),
                    images == 0 ? "-" : String.format(Locale.ROOT, "%.2f", 100.0 * errors / images));
        }
        return table.toString();
    }

    private static String matrix(List<String> names, int[][] confusion) {
        List<String> heading = new ArrayList<>(List.of("true \\ predicted"));
        names.forEach(name -> heading.add(">" + name.substring(0, Math.min(SHORT_NAME, name.length()))));
        TextTable table = TextTable.of(heading.toArray(String[]::new));
        for (int c = 0; c < confusion.length; c++) {
            List<String> row = new ArrayList<>(List.of(names.get(c)));
            Arrays.stream(confusion[c]).forEach(count -> row.add(count == 0 ? "." : Integer.toString(count)));
            table.row(row.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String confusions(List<String> names, int[][] confusion) {
        List<int[]> pairs = new ArrayList<>();
        for (int c = 0; c < confusion.length; c++) {
            for (int p = 0; p < confusion.length; p++) {
                if (c != p && confusion[c][p] > 0) {
                    pairs.add(new int[] {c, p, confusion[c][p]});
                }
            }
        }
        pairs.sort(Comparator.comparingInt((int[] pair) -> pair[2]).reversed());
        TextTable table = TextTable.of("true", "predicted", ">images");
        pairs.stream().limit(MOST_CONFUSIONS).forEach(pair -> table.row(names.get(pair[0]), names.get(pair[1]), Integer.toString(pair[2])));
        return table + "The " + Math.min(MOST_CONFUSIONS, pairs.size()) + " most frequent confusions of " + pairs.size()
                + "; --json has the whole matrix.\n";
    }
}

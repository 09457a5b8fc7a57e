package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.data;
import static org.resbench.report.tables.Entries.display;
import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.resbench.claims.explain.Ablation;
import org.resbench.claims.explain.Change;
import org.resbench.claims.explain.OneDifference;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Entry;
import org.resbench.stats.Interval;
import org.resbench.stats.Summary;

/** An ablation: what each difference from the first cell's recipe did to the test error. */
public final class DifferencesTable {
    public static final String ID = "differences";

    private DifferencesTable() {}

    public static Table of(Ablation ablation) {
        List<Table.Column> columns = List.of(left("cell", "Network"), left("change", "What differs"), right("n", "n"),
                display("ours", "Test error (%)", Align.RIGHT), data("test_error_percent_mean"), data("test_error_percent_std"),
                right("effect_points", "Effect (points)"), left("interval", "95 % interval"),
                data("effect_lower_points"), data("effect_upper_points"), right("adjusted_p_value", "p (Holm)"));
        return new Table(ID, "One difference at a time", "Test error at the final iteration (mean ± standard deviation over n "
                + "runs) and by how many points its mean is higher than that of the first row, whose recipe the others differ from in one "
                + "thing; Welch's interval; p of no difference, corrected by Holm over all rows. "
                + "An effect at a small scale, with few seeds, need not be the effect at scale paper.",
                columns, ablation.differences().stream().map(DifferencesTable::row).toList(), List.of());
    }

    private static List<Entry> row(OneDifference difference) {
        Optional<Summary> errors = difference.errors().isEmpty() ? Optional.empty()
                : Optional.of(Summary.of(difference.errors().stream().mapToDouble(Double::doubleValue).toArray()));
        Optional<Interval> effect = difference.effect();
        int runs = difference.errors().size();
        return List.of(Entry.of(difference.cell()), Entry.of(words(difference)),
                new Entry(difference.missing() == 0 ? Integer.toString(runs) : runs + " of " + (runs + difference.missing()), runs),
                Entries.meanAndSpread(errors), Entries.mean(errors, Numbers::percent), Entries.spread(errors),
                effect.isPresent() ? Entries.entry(effect.map(Interval::estimate), DifferencesTable::signed) : Entry.NONE,
                Entry.of(effect.map(i -> signed(i.lower()) + " to " + signed(i.upper())).orElse(difference.why())),
                Entries.entry(effect.map(Interval::lower), DifferencesTable::signed),
                Entries.entry(effect.map(Interval::upper), DifferencesTable::signed),
                Entries.entry(difference.adjustedPValue(), p -> p < 0.001 ? "< 0.001" : Numbers.fixed(p, 3)));
    }

    private static String words(OneDifference difference) {
        return difference.changes().isEmpty() ? "nothing: the recipe" : difference.changes().stream().map(DifferencesTable::words)
                .collect(Collectors.joining("; "));
    }

    private static String words(Change change) {
        return change.setting().replaceFirst("^(recipe|data|network)\\.", "").replace('_', ' ').replace(".", ": ") + " "
                + change.from() + " to " + change.to();
    }

    private static String signed(double points) {
        return (points > 0 ? "+" : "") + Numbers.percent(points);
    }
}

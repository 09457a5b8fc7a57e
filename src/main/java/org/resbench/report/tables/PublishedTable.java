package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.data;
import static org.resbench.report.tables.Entries.display;
import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resbench.report.cells.Cell;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Entry;
import org.resbench.report.model.Table;
import org.resbench.spec.PublishedResults.Source;
import org.resbench.spec.PublishedResults.Value;
import org.resbench.spec.PublishedResults;
import org.resbench.stats.Summary;

/** The paper's table 6 with its test errors, those of others and ours side by side. Setting them side by side compares nothing: a note says
 * when they may not be compared. */
public final class PublishedTable {
    public static final String ID = "published-errors";
    private static final String METRIC = "test_error_percent";

    private final PublishedResults published;
    private final List<Cell> cells;
    private final List<Source> papers;
    private final List<Source> others;

    /** @param dataSet whose published errors are shown */
    private PublishedTable(PublishedResults published, String dataSet, List<Cell> cells) {
        this.published = published;
        this.cells = cells;
        this.papers = published.results().stream().filter(source -> source.isOf(dataSet, METRIC)).toList();
        this.others = published.reproductions().stream().filter(source -> source.isOf(dataSet, METRIC) && cells.stream()
                .anyMatch(cell -> source.value(network(cell)).isPresent())).toList();
    }

    /** Empty if nothing was published on any of these networks, or on other data only.
     * @param asked true to show what was published on other data all the same
     * @param refusal why the numbers may not be compared with these runs; empty if they may */
    public static Optional<Table> of(PublishedResults published, List<Cell> cells, boolean asked, Optional<String> refusal) {
        Set<String> used = names(cells).collect(Collectors.toSet());
        List<String> known = published.results().stream().filter(source -> source.metric().equals(METRIC))
                .map(Source::data).distinct().toList();
        return known.stream().filter(data -> asked || used.equals(Set.of(data))).findFirst().flatMap(data -> {
            PublishedTable table = new PublishedTable(published, data, cells);
            boolean any = cells.stream().anyMatch(cell -> table.paper(cell).isPresent()) || !table.others.isEmpty();
            return any ? Optional.of(table.table(data, refusal)) : Optional.empty();
        });
    }

    private Table table(String dataSet, Optional<String> refusal) {
        List<Table.Column> columns = List.of(left("network", "Network"), right("layers", "Layers"), right("parameters", "Param."),
                display("published", "Published (%)", Align.RIGHT), data("published_test_error_percent"),
                data("published_test_error_percent_mean"), data("published_test_error_percent_std"),
                left("reproductions", "Others (%)"), display("ours", "Ours (%)", Align.RIGHT), data("test_error_percent_mean"),
                data("test_error_percent_std"), right("n", "n"), left("test_error_percent_by_seed", "Ours, every seed"));
        List<String> notes = new ArrayList<>();
        refusal.ifPresent(why -> notes.add("Published errors and ours may not be compared. " + why + "."));
        notes.addAll(remarks());
        IntStream.range(0, others.size())
                .forEach(i -> notes.add(mark(i) + " " + others.get(i).name() + " (" + others.get(i).protocol() + "): "
                        + others.get(i).place()));
        String places = papers.stream().map(source -> source.place() + " (" + source.protocol() + ")").collect(Collectors.joining("; "));
        return new Table(ID, "Published and measured test error", "Test error in percent, " + where(dataSet) + ". 'Published' is what "
                + published.citedAs() + (places.isEmpty() ? " print" : " print in " + places)
                + "; in parentheses the mean ± standard deviation of several runs, where given. 'Others' are reproductions, each by its "
                + "own protocol. 'Ours' is at the final iteration: mean ± standard deviation over n runs.", columns,
                cells.stream().map(this::row).toList(), notes);
    }

    /** {@code all on cifar10}, or {@code published and others on cifar10, ours on photographs}. */
    private String where(String dataSet) {
        String ours = names(cells).sorted().collect(Collectors.joining(" and "));
        return ours.equals(dataSet) ? "all on " + dataSet : "published and others on " + dataSet + ", ours on " + ours;
    }

    private static Stream<String> names(List<Cell> cells) {
        return cells.stream().flatMap(cell -> cell.trials().stream()).map(trial -> trial.trial().data().name()).distinct();
    }

    private List<Entry> row(Cell cell) {
        Optional<Value> paper = paper(cell);
        Optional<Summary> ours = cell.summary(r -> r.last().testErrorPercent());
        return List.of(Entry.of(cell.name()), new Entry(Integer.toString(cell.depth()), cell.depth()), Entries.parameters(cell),
                paper.map(value -> Entry.of(text(value))).orElse(Entry.NONE), number(paper.flatMap(Value::value)),
                number(paper.flatMap(Value::mean)), number(paper.flatMap(Value::std)), reproductions(cell), Entries.meanAndSpread(ours),
                Entries.mean(ours, Numbers::percent), Entries.spread(ours), Entries.seeds(cell),
                Entries.everySeed(cell, r -> r.last().testErrorPercent()));
    }

    private Optional<Value> paper(Cell cell) {
        return papers.stream().flatMap(source -> source.value(network(cell)).stream()).findFirst();
    }

    private Entry reproductions(Cell cell) {
        String text = IntStream.range(0, others.size()).boxed()
                .flatMap(i -> others.get(i).value(network(cell)).stream().map(value -> text(value) + " " + mark(i)))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? Entry.NONE : Entry.of(text);
    }

    private List<String> remarks() {
        Set<String> remarks = new LinkedHashSet<>();
        cells.forEach(cell -> paper(cell).map(Value::remark).filter(remark -> !remark.isEmpty())
                .ifPresent(remark -> remarks.add(network(cell) + ", published: " + remark + ".")));
        return List.copyOf(remarks);
    }

    /** {@code 6.43 (6.61 ± 0.16)}, {@code 8.51 ± 0.22}, {@code 8.75}, or words. */
    static String text(Value value) {
        String mean = value.runs().isEmpty()
                ? value.mean().map(m -> Numbers.percent(m) + value.std().map(s -> " ± " + Numbers.percent(s)).orElse("")).orElse("")
                : Numbers.meanAndSpread(Summary.of(value.runs().stream().mapToDouble(Double::doubleValue).toArray()));
        if (value.value().isEmpty()) {
            return mean.isEmpty() ? value.remark() : mean;
        }
        return Numbers.percent(value.value().get()) + (mean.isEmpty() ? "" : " (" + mean + ")");
    }

    private static Entry number(Optional<Double> value) {
        return value.map(v -> new Entry(Numbers.percent(v), v)).orElse(Entry.NONE);
    }

    private static String network(Cell cell) {
        return cell.architecture().label();
    }

    private static String mark(int index) {
        return "[" + (index + 1) + "]";
    }
}

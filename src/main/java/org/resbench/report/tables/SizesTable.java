package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.data;
import static org.resbench.report.tables.Entries.display;
import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.arch.counting.ReferenceSize;
import org.resbench.claims.NetworkCount.Origin;
import org.resbench.claims.NetworkCount;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Entry;
import org.resbench.report.model.Table;
import org.resbench.spec.CountMetric;
import org.resbench.spec.CountedLayers;
import org.resbench.spec.PublishedResults;
import org.resbench.spec.PublishedSizes;
import org.resbench.units.PrintedNumber.Agreement;
import org.resbench.units.PrintedNumber;

/** Counted sizes of networks beside published ones, and why some differ. */
public final class SizesTable {
    private static final long BILLION = 1_000_000_000;
    private static final String DIFFERS = "DIFFERS";

    private final CountMetric metric;
    private final Optional<PublishedResults> published;

    private SizesTable(CountMetric metric, Optional<PublishedResults> published) {
        this.metric = metric;
        this.published = published;
    }

    /** One row for each number that the paper prints of a network; one for a network of which it prints none.
     * @param networks short names */
    public static Table of(CountMetric metric, List<String> networks, Optional<PublishedResults> published) {
        return new SizesTable(metric, published).table(networks);
    }

    private Table table(List<String> networks) {
        String key = metric.key();
        List<Table.Column> columns = List.of(left("network", "Network"), left("input", "Input"),
                right("layers", "Layers"), right(key, "Ours"), right("published_" + key, "Published"),
                left("place", "Place"), data("difference_percent"), display("difference", "Difference", Align.RIGHT),
                left("explanation", "Published and ours"), right("others_" + key, "Others"), left("others_agree", "Others and ours"));
        List<List<Entry>> rows = new ArrayList<>();
        networks.forEach(name -> rows(name, rows));
        String words = metric.words();
        String cited = published.map(PublishedResults::citedAs).orElse("the paper");
        return new Table(words, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), (metric == CountMetric.MULTIPLY_ADDS
                ? "Multiply-adds of convolutions and fully connected layers for one image, forward: what the paper calls FLOPs."
                : "Trainable parameters: kernels, biases, scale and offset of batch norm.")
                + " 'Published' is what " + cited + " print; 'Others' is a count that is independent of this program. "
                + "Differences are of ours from the published number.", columns, rows, others(networks));
    }

    private void rows(String name, List<List<Entry>> rows) {
        NetworkCount count = NetworkCount.of(name);
        int before = rows.size();
        published.stream().flatMap(results -> results.sizes().stream()).filter(sizes -> sizes.metric() == metric)
                .filter(sizes -> sizes.values().containsKey(name)).forEach(sizes -> rows.add(row(name, count, Optional.of(sizes))));
        if (rows.size() == before) {
            rows.add(row(name, count, Optional.empty()));
        }
    }

    private List<Entry> row(String name, NetworkCount count, Optional<PublishedSizes> sizes) {
        long exact = count.count(metric, CountedLayers.ALL);
        Optional<PrintedNumber> printed = sizes.map(found -> found.values().get(name));
        Optional<Double> difference = printed.map(number -> 100 * (exact / number.value().doubleValue() - 1));
        Optional<ReferenceSize> other = other(name);
        return List.of(Entry.of(name), Entry.of(count.network().input().toString()),
                new Entry(Integer.toString(count.depth()), count.depth()), new Entry(size(exact), exact),
                printed.map(number -> new Entry(number.toString(), number.value())).orElse(Entry.NONE),
                sizes.map(found -> Entry.of(found.place())).orElse(Entry.NONE), difference.map(d -> new Entry("", d)).orElse(Entry.NONE),
                difference.map(d -> Entry.of(String.format(Locale.ROOT, "%+.1f %%", d).replace('-', '−'))).orElse(Entry.NONE),
                printed.map(number -> Entry.of(explanation(count, number))).orElse(Entry.NONE),
                other.map(size -> new Entry(digits(size), new BigDecimal(size.value().toPlainString()))).orElse(Entry.NONE),
                other.map(size -> Entry.of(size.agreesWith(exact) ? "agree" : DIFFERS)).orElse(Entry.NONE));
    }

    /** The most precise of those that others state. */
    private Optional<ReferenceSize> other(String name) {
        ReferenceSize.Quantity quantity = switch (metric) {
            case PARAMETERS -> ReferenceSize.Quantity.PARAMETERS;
            case MULTIPLY_ADDS -> ReferenceSize.Quantity.MULTIPLY_ADDS;
        };
        return ReferenceSize.of(name, quantity).stream().filter(size -> !size.isThePapers()).findFirst();
    }

    private List<String> others(List<String> networks) {
        List<String> sources = networks.stream().flatMap(name -> other(name).stream()).map(ReferenceSize::source).distinct().toList();
        return sources.isEmpty() ? List.of() : List.of("Others: " + String.join("; ", sources) + ".");
    }

    private String explanation(NetworkCount count, PrintedNumber published) {
        Optional<Origin> origin = count.origin(metric, published);
        if (origin.isEmpty()) {
            return DIFFERS;
        }
        BigDecimal counted = BigDecimal.valueOf(count.count(metric, origin.get().layers()));
        String how = origin.get().agreement() == Agreement.ROUNDED ? "" : ", cut off after its digits; "
                + "rounded it is " + published.rounded(counted);
        return switch (origin.get().layers()) {
            case ALL -> "agree" + how;
            case CONVOLUTIONS -> "agree if convolutions alone are counted (" + published.closer(counted) + ")" + how;
        };
    }

    /** Multiply-adds as others print them, in billions or millions; parameters to the last one. */
    private String size(long count) {
        return switch (metric) {
            case PARAMETERS -> String.format(Locale.ROOT, "%,d", count);
            case MULTIPLY_ADDS -> count < BILLION ? String.format(Locale.ROOT, "%.2f M",
                    count / 1e6) : String.format(Locale.ROOT, "%.3f G", count / 1e9);
        };
    }

    private static String digits(ReferenceSize size) {
        return size.unit() == 0 ? String.format(Locale.ROOT, "%,d", size.digits().toBigInteger())
                : size.digits().toPlainString() + (size.unit() == 9 ? " G" : " M");
    }
}

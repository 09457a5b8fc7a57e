package org.resbench.spec;

import java.util.Map;
import java.util.Optional;
import org.resbench.units.PrintedNumber;

/** Something the paper says, in its words, with the place, as a statement that runs, or counts, can decide.
 * @param id unique in the file, kebab-case
 * @param text the paper's words or a faithful short form
 * @param place section or figure */
public record Claim(String id, String text, String place, Statement statement) {

    /** Picks a matrix cell: every key path must have this value among the trial's settings. */
    public record Selector(Map<String, String> where) {
        public Selector {
            where = Map.copyOf(where);
        }
    }

    public enum Direction { INCREASES, DECREASES }

    public enum Side { ABOVE, BELOW }

    /** Metrics are those of result.json's {@code final}: {@code test_error_percent}, {@code training_error_percent}, ... */
    public sealed interface Statement {
        String metric();

        /** mean(of) - mean(minus) is above (or below) the margin. An ordering has margin 0. */
        record Difference(String metric, Selector of, Selector minus, Side side, double margin) implements Statement {}

        /** The metric rises (or falls) monotonically along an axis, over the cells that the selector picks. */
        record Trend(String metric, Selector within, String axis, Direction direction) implements Statement {}

        /** mean(of) is above (or below) a value. */
        record Threshold(String metric, Selector of, Side side, double value) implements Statement {}

        /** mean(of) over mean(over) is above (or below) a value. */
        record Ratio(String metric, Selector of, Selector over, Side side, double value) implements Statement {}

        /** The runs of {@code of} bring an error (training or test) to {@code errorPercent} or below in fewer iterations than those of
         * {@code than}: "converges faster". */
        record Sooner(String metric, Selector of, Selector than, double errorPercent) implements Statement {}

        /** mean(of) equals a published value within a margin (two one-sided tests). */
        record Equivalence(String metric, Selector of, double published, double margin) implements Statement {}

        /** One network costs less (or more) than another, by what was measured of both in turns.
         * @param of short name @param than likewise */
        record Cost(CostMetric cost, String of, Side side, String than) implements Statement {
            @Override public String metric() {
                return cost.key();
            }
        }

        /** A statement on sizes of networks, which are counted rather than measured. Networks are short names. */
        sealed interface OnCounts extends Statement {
            CountMetric count();

            CountedLayers layers();

            @Override default String metric() {
                return count().key();
            }
        }

        /** A count, or its ratio to another network's, gives the published digits. @param relativeTo the other network, if any */
        record Count(CountMetric count, String of, Optional<String> relativeTo, CountedLayers layers, PrintedNumber published)
                implements OnCounts {}

        /** One network's count is above (or below) another's. */
        record Order(CountMetric count, String of, Side side, String than, CountedLayers layers) implements OnCounts {}
    }
}

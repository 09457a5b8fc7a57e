package org.resbench.report.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.claims.Judgement.Evidence;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Numbers;
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement;

/** What a claim measures: one cell's metric, or two cells' metrics taken together.
 * @param of the cell that the claim is on @param other the one it is set against; empty for a claim on one cell
 * @param together makes one number of both cells'; not asked for where there is no other
 * @param shift to be added to the claim's interval to get the quantity of the axis: the published value of an equality
 * @param bounds that decide, one or two
 * @param words of the bounds, such as {@code claimed: above 0} @param unit of the axis */
record ClaimEffect(String of, Optional<String> other, DoubleBinaryOperator together, double shift,
                   List<Double> bounds, String words, String unit) {

    /** Empty when no run counts as evidence, and for claims on sizes of networks, which are exact. */
    static Optional<ClaimEffect> of(ClaimResult claim) {
        List<String> cells = claim.evidence().stream().map(Evidence::cell).distinct()
                .sorted(Comparator.comparing(String::length).reversed()).toList();
        Optional<String> last = cells.stream().filter(cell -> claim.effectName().endsWith(" " + cell)).findFirst();
        Optional<String> first = cells.stream().filter(cell -> claim.effectName().startsWith(cell + " ")).findFirst();
        Statement s = claim.statement();
        if (s instanceof Statement.Equivalence same) {
            return first.map(cell -> new ClaimEffect(cell, Optional.empty(), (a, b) -> a, same.published(),
                    List.of(same.published() - same.margin(), same.published() + same.margin()),
                    "claimed: " + number(same.published()) + " ± " + number(same.margin()), unit(s.metric(), false)));
        }
        if (s instanceof Statement.Threshold threshold) {
            return last.map(cell -> new ClaimEffect(cell, Optional.empty(), (a, b) -> a, 0, List.of(threshold.value()),
                    side(threshold.side(), threshold.value()), unit(s.metric(), false)));
        }
        if (first.isEmpty() || last.isEmpty() || s instanceof Statement.OnCounts) {
            return Optional.empty();
        }
        if (s instanceof Statement.Ratio ratio) {
            return Optional.of(new ClaimEffect(first.get(), last, (a, b) -> a / b, 0, List.of(ratio.value()),
                    side(ratio.side(), ratio.value()), "ratio"));
        }
        if (s instanceof Statement.Difference difference) {
            return Optional.of(minus(first.get(), last.get(), difference.margin(), difference.side(), unit(s.metric(), true)));
        }
        if (s instanceof Statement.Trend trend) {
            return Optional.of(minus(first.get(), last.get(), 0, trend.direction() == Direction.INCREASES
                    ? Side.ABOVE : Side.BELOW, unit(s.metric(), true)));
        }
        return Optional.of(minus(first.get(), last.get(), 0, Side.BELOW, "iterations"));
    }

    private static ClaimEffect minus(String of, String other, double bound, Side side, String unit) {
        return new ClaimEffect(of, Optional.of(other), (a, b) -> a - b, 0, List.of(bound), side(side, bound), unit);
    }

    private static String side(Side side, double bound) {
        return "claimed: " + (side == Side.ABOVE ? "above " : "below ") + number(bound);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? Numbers.fixed(value, 0) : Double.toString(value);
    }

    private static String unit(String metric, boolean difference) {
        String name = metric.replaceAll("_(percent|points)$", "").replace('_', ' ');
        return metric.endsWith("_percent") ? name + (difference ? ", percentage points" : ", %") : metric.endsWith("_points")
                ? name + ", percentage points"
                : metric.endsWith("_loss") ? name + ", nats" : name;
    }

    /** One number for each seed: of the cell's run, with the other cell's run of the same seed where there are two. */
    List<Double> seeds(List<Evidence> evidence) {
        Map<Long, Double> others = evidence.stream().filter(e -> other.filter(e.cell()::equals).isPresent())
                .collect(Collectors.toMap(Evidence::seed, Evidence::value, (a, b) -> a));
        return evidence.stream().filter(e -> e.cell().equals(of)).filter(e -> other.isEmpty() || others.containsKey(e.seed()))
                .map(e -> together.applyAsDouble(e.value(), others.getOrDefault(e.seed(), 0.0))).filter(Double::isFinite).toList();
    }

    /** The same of anything known of cells, if it is known of all that it takes. */
    Optional<Double> from(Function<String, Optional<Double>> value) {
        return value.apply(of).flatMap(a -> other.isEmpty() ? Optional.of(together.applyAsDouble(a, 0)) : value.apply(other.get())
                .map(b -> together.applyAsDouble(a, b)));
    }

    /** What the axis is. */
    String label() {
        return of + other.map(cell -> (unit.equals("ratio") ? " over " : " minus ") + cell).orElse("") + " (" + unit + "; " + words + ")";
    }
}

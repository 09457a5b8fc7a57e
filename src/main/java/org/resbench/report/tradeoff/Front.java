package org.resbench.report.tradeoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which networks nobody beats: a network is on the Pareto front when no other has both no more error and no more cost, and less of one of
 * them.
 * @param points cheapest first */
record Front(List<Point> points) {
    /** @param error in percent */
    record Point(Contender contender, double error, Estimate cost) {
        boolean beats(Point other) {
            return error <= other.error && cost.value() <= other.cost.value() && (error < other.error || cost.value() < other.cost.value());
        }

        /** Whether it beats the other even if both costs lie at the unlucky ends of their intervals. */
        boolean surelyBeats(Point other) {
            return beats(other) && !cost.meets(other.cost);
        }
    }

    static Front of(List<Point> points) {
        return new Front(points.stream().sorted(Comparator.comparingDouble((Point point) -> point.cost.value())
                .thenComparingDouble(Point::error)).toList());
    }

    /** Those that nobody beats. */
    List<Point> members() {
        return points.stream().filter(point -> points.stream().noneMatch(other -> other.beats(point))).toList();
    }

    /** Those that are beaten, but by no network whose cost lies surely below theirs: the noise decides. Costs that are exact leave none. */
    List<Point> nearly() {
        return points.stream().filter(point -> points.stream().anyMatch(other -> other.beats(point))
                && points.stream().noneMatch(other -> other.surelyBeats(point) || other.beats(point) && other.cost.interval().isEmpty()
                && point.cost.interval().isEmpty())).toList();
    }

    /** The network of the least error within a budget, of equal ones the cheapest; empty if none fits. */
    List<Point> within(double budget) {
        List<Point> fitting = new ArrayList<>(points.stream().filter(point -> point.cost.value() <= budget).toList());
        fitting.sort(Comparator.comparingDouble(Point::error).thenComparingDouble(point -> point.cost.value()));
        return fitting.stream().limit(1).toList();
    }
}

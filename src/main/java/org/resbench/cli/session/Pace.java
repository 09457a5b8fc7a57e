package org.resbench.cli.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** How long a step takes now: over the steps of the last minute, without the first ones of a session (TensorFlow optimises its graph in
 * them) and without evaluations, which are timed apart. Not thread-safe. */
final class Pace {
    /** Of a session; they take many times as long as the others. */
    static final int FIRST_STEPS = 3;
    private static final Duration WINDOW = Duration.ofSeconds(60);
    /** Between marks, so that quick steps do not fill the memory. */
    private static final Duration BETWEEN_MARKS = Duration.ofMillis(500);

    private final long firstIteration;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private Mark newest;
    private long testingSince = -1;
    private long testedNanos;
    private double evaluationNanos = Double.NaN;

    /** @param nanos of the clock, evaluations taken out */
    private record Mark(long iteration, long nanos) {}

    /** @param firstIteration that this session makes */
    Pace(long firstIteration) {
        this.firstIteration = firstIteration;
    }

    /** @param iteration that was made by now */
    void made(long iteration, long nanos) {
        if (iteration - firstIteration + 1 < FIRST_STEPS) {
            return;
        }
        newest = new Mark(iteration, nanos - testedNanos);
        Mark last = marks.peekLast();
        if (last == null || newest.nanos - last.nanos >= BETWEEN_MARKS.toNanos()) {
            marks.addLast(newest);
        }
        while (marks.size() > 1 && newest.nanos - marks.peekFirst().nanos > WINDOW.toNanos()) {
            marks.removeFirst();
        }
    }

    void testingBegan(long nanos) {
        testingSince = nanos;
    }

    void tested(long nanos) {
        if (testingSince >= 0) {
            evaluationNanos = nanos - testingSince;
            testedNanos += nanos - testingSince;
            testingSince = -1;
        }
    }

    /** Nanoseconds of a step; empty until there is one after the first ones. */
    OptionalDouble step() {
        Mark oldest = marks.peekFirst();
        return oldest == null || newest.iteration == oldest.iteration ? OptionalDouble.empty()
                : OptionalDouble.of((double) (newest.nanos - oldest.nanos) / (newest.iteration - oldest.iteration));
    }

    /** Nanoseconds of the last evaluation; empty before the first. */
    OptionalDouble evaluation() {
        return Double.isNaN(evaluationNanos) ? OptionalDouble.empty() : OptionalDouble.of(evaluationNanos);
    }
}

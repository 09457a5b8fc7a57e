package org.resbench.claims;

import java.util.OptionalDouble;
import org.resbench.runs.Event;
import org.resbench.runs.Run;

/** The iteration at which a run's error was first at or below a bound: among its {@code step} events for the training error (each a mean
 * over the mini-batches since the event before), among its evaluations for the test error. So it is known up to the distance of events. */
final class FirstReached {
    private FirstReached() {}

    /** Infinite if it never was; empty without a result, since the run may still get there, or without such events. */
    static OptionalDouble iteration(Run run, String metric, double bound) {
        String kind = metric.equals("training_error_percent") ? "step" : "evaluation";
        if (run.result().isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean any = false;
        for (Event event : Event.withoutRepeated(run.events())) {
            if (event.kind().equals(kind) && event.number(metric).isPresent()) {
                any = true;
                if (event.number(metric).getAsDouble() <= bound) {
                    return OptionalDouble.of(event.iteration());
                }
            }
        }
        return any ? OptionalDouble.of(Double.POSITIVE_INFINITY) : OptionalDouble.empty();
    }
}

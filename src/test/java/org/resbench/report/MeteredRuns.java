package org.resbench.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.Cells;
import org.resbench.runs.Event;
import org.resbench.runs.Manifest;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Scale;

/** One network, three seeds, of 100, 200, ... 1000 J at ten evaluations of 73, 66, ... 10 % error, but for seeds that stay above. */
public final class MeteredRuns {
    private static final InventedRuns INVENTED = new InventedRuns(List.of(20), List.of(1L, 2L, 3L), Scale.REDUCED);

    private record Changed(Run of, List<Event> events, RunResult changed) implements Run {
        @Override public Path folder() {
            return of.folder();
        }

        @Override public Manifest manifest() {
            return of.manifest();
        }

        @Override public RunStatus status() {
            return of.status();
        }

        @Override public Optional<RunResult> result() {
            return Optional.of(changed);
        }

        @Override public Optional<Run.Predictions> predictions() {
            return of.predictions();
        }
    }

    /** @param source of the energy @param stuckFrom the seed from which on the error stays above @param meter of each seed */
    public static List<Cell> cells(String source, int stuckFrom, LongFunction<String> meter) {
        return cells(source, stuckFrom, meter, seed -> "cpu: invented");
    }

    /** @param device of each seed */
    public static List<Cell> cells(String source, int stuckFrom, LongFunction<String> meter, LongFunction<String> device) {
        List<Run> runs = new ArrayList<>();
        for (Run run : INVENTED.runs().stream().filter(r -> r.manifest().trial().cell().equals("resnet-20")).toList()) {
            boolean stuck = run.manifest().trial().seed() >= stuckFrom;
            List<Event> events = new ArrayList<>();
            for (int i = 1; i <= 10; i++) {
                double error = stuck ? 85 : 80 - 7.0 * i;
                events.add(new Event(Instant.EPOCH, "evaluation", 640L * i,
                        source.equals("unavailable") ? Map.of("test_error_percent", error)
                                : Map.of("test_error_percent", error, "energy_joules", 100.0 * i)));
            }
            RunResult r = run.result().orElseThrow();
            RunResult.Energy energy = new RunResult.Energy(source, source.equals("unavailable") ? Optional.empty() : Optional.of(1000.0),
                    meter.apply(run.manifest().trial().seed()));
            runs.add(new Changed(run, events, new RunResult(r.schema(), r.status(), r.iterations(), r.last(), r.best(),
                    r.protocol(), r.data(), r.parameters(), 40_550_000, r.weightsSha256(),
                    new RunResult.Speed(r.speed().imagesPerSecond(), r.speed().trainingSeconds(), r.speed().evaluationSeconds(),
                            r.speed().setupSeconds(), device.apply(run.manifest().trial().seed()), r.speed().sessions()), energy,
                    r.layerResponses())));
        }
        return Cells.of(INVENTED.experiment(), runs).stream().filter(cell -> cell.name().equals("resnet-20")).toList();
    }

    private MeteredRuns() {}
}

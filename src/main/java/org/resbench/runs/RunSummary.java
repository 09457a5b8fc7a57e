package org.resbench.runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.resbench.spec.Scale;

/** One row of {@code resbench runs list}.
 * @param folder name of the run's folder
 * @param iterations updates made, those of an unfinished run as of its last event
 * @param testErrorPercent the headline of a finished run, else the last evaluation's, if there was one
 * @param imagesPerSecond of a finished run, else of the last step event; empty if unknown
 * @param lastChange time of the last event, or of creation */
public record RunSummary(String folder, RunStatus status, String experiment, Scale scale, String cell,
                         String data, long seed, long iterations, long plannedIterations, Optional<Double> testErrorPercent,
                         Optional<Double> imagesPerSecond, Instant created, Instant lastChange, String fingerprint) {

    /** @throws RunException if its events or result are damaged */
    public static RunSummary of(Run run) {
        Manifest manifest = run.manifest();
        List<Event> events = run.events();
        Optional<RunResult> result = run.result();
        long made = result.map(RunResult::iterations).orElseGet(() -> events.isEmpty() ? 0L : events.get(events.size() - 1).iteration());
        Optional<Double> error = result.map(done -> done.last().testErrorPercent())
                .or(() -> last(events, "evaluation", "test_error_percent"));
        Optional<Double> speed = result.map(done -> done.speed().imagesPerSecond()).or(() -> last(events, "step", "images_per_second"));
        Instant changed = events.isEmpty() ? manifest.created() : events.get(events.size() - 1).time();
        return new RunSummary(name(run.folder()), run.status(), manifest.experiment(), manifest.scale(), manifest.trial().cell(),
                manifest.trial().data().name(), manifest.trial().seed(), made, manifest.trial().recipe().iterations(), error,
                speed.filter(known -> Double.isFinite(known) && known > 0), manifest.created(), changed, manifest.fingerprint());
    }

    static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private static Optional<Double> last(List<Event> events, String kind, String field) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).kind().equals(kind) && events.get(i).number(field).isPresent()) {
                return Optional.of(events.get(i).number(field).getAsDouble());
            }
        }
        return Optional.empty();
    }
}

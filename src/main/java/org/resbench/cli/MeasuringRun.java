package org.resbench.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.resbench.cli.session.Interrupt;
import org.resbench.energy.EnergyMeter;
import org.resbench.measure.Campaign;
import org.resbench.runs.Manifest;
import org.resbench.runs.Processors;
import org.resbench.runs.measurements.Conditions;
import org.resbench.runs.measurements.MeasurementStore;
import org.resbench.runs.measurements.Request;
import org.resbench.runs.measurements.Skipped;
import org.resbench.runs.measurements.Task;
import org.resbench.spec.Experiment;
import org.resbench.spec.Measuring;
import org.resbench.tf.Device;

/** {@code resbench run} of an experiment that measures: from nothing, or from where it was stopped, to all rounds.
 * @param device what the work is done on
 * @param commandLine that continues it after an interrupt */
record MeasuringRun(Experiment experiment, Measuring measuring, MeasurementStore store, Device device, boolean gpu, EnergyMeter meter,
                    Manifest.Provenance provenance, String commandLine, boolean quiet, PrintWriter err) {

    /** What {@code resbench plan} says of it. */
    static String plan(Experiment experiment, Measuring measuring) {
        Measuring.Settings settings = measuring.settings();
        List<String> work = new ArrayList<>();
        if (!settings.inferenceBatches().isEmpty()) {
            work.add("inference of "
                    + String.join(" and ", settings.inferenceBatches().stream().map(String::valueOf).toList()) + " images");
        }
        settings.trainingBatch().ifPresent(batch -> work.add("training steps of " + batch + " images"));
        return experiment.name() + ": " + experiment.title() + "\n\nMeasures " + measuring.networks().size() + " networks ("
                + String.join(", ", measuring.networks()) + "): " + String.join(", ", work) + " of "
                + (settings.imageSize() == 0 ? "the published size" : settings.imageSize() + "x" + settings.imageSize() + " pixels") + ", "
                + settings.rounds() + " rounds in turns, windows of at least " + settings.seconds() + " s. It trains nothing to the end.\n";
    }

    /** @return whether all rounds are done; false if it was interrupted */
    boolean run() {
        Conditions conditions = new Conditions(provenance.host(), deviceWords(), provenance.tensorflow(),
                meter.name(), provenance.environment());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Request> requests = measuring.networks().stream()
                .map(network -> Request.of(experiment.name(), experiment.scale(), network, measuring.settings(),
                        conditions, now, provenance)).toList();
        long finished = requests.stream().filter(request -> store.find(request).flatMap(found -> found.result()).isPresent()).count();
        say(experiment.name() + ", scale " + ExperimentOptions.name(experiment.scale()) + ": " + requests.size() + " networks, "
                + measuring.settings().rounds() + " rounds" + (finished > 0 ? ", " + finished + " finished already" : "")
                + "; energy: " + meter.name());
        try (Interrupt interrupt = new Interrupt(() -> say("stopping after this window; Ctrl-C again ends at once"),
                () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED)).listen()) {
            boolean complete = new Campaign(store, meter, device, new Lines(), interrupt).run(requests);
            if (!complete) {
                err.print("Stopped; what was measured is kept. Continue with: " + commandLine + "\n");
                err.flush();
            }
            return complete;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String deviceWords() {
        return gpu ? "gpu: " + String.join(", ", Processors.gpus()) : "cpu: " + Processors.cpu() + ", " + provenance.threads() + " threads";
    }

    private void say(String line) {
        if (!quiet) {
            err.print(line + "\n");
            err.flush();
        }
    }

    /** One line a window, with the time that is left at the pace so far. */
    private final class Lines implements Campaign.Listener {
        private final long begun = System.nanoTime();

        @Override public void idle(double seconds) {
            say("measuring idle power for " + Math.round(seconds) + " s");
        }

        @Override public void begins(String network, Task task, int batch, int round, double share) {
            double elapsed = (System.nanoTime() - begun) / 1e9;
            String left = share < 0.01 ? "" : String.format(Locale.ROOT, ", %.0f %% done, about %s left", 100 * share,
                    clock(elapsed * (1 - share) / share));
            say("round " + round + " of " + measuring.settings().rounds() + ": " + network + ", " + words(task, batch) + left);
        }

        @Override public void skips(String network, Skipped skipped) {
            say("skipped: " + network + ", " + words(skipped.task(), skipped.batch()) + ": " + skipped.why());
        }

        private static String words(Task task, int batch) {
            return (task == Task.INFERENCE ? "inference" : "training") + ", batch " + batch;
        }

        private static String clock(double seconds) {
            long whole = Math.round(seconds);
            return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
        }
    }
}

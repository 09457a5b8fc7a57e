package org.resbench.report.tradeoff;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.resbench.arch.Network;
import org.resbench.arch.counting.Counting;
import org.resbench.runs.Manifest;
import org.resbench.runs.measurements.Conditions;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.runs.measurements.Measurement;
import org.resbench.runs.measurements.Request;
import org.resbench.runs.measurements.Sample;
import org.resbench.runs.measurements.Skipped;
import org.resbench.runs.measurements.Task;
import org.resbench.spec.Measuring;
import org.resbench.spec.Scale;

/** Measurements of a machine that does a hundred billion multiply-adds a second and draws 50 W, but for some 3 % from round to round,
 * differently for each network. */
public final class InventedMeasurements {
    private static final double PER_SECOND = 1e11;
    private static final double WATTS = 50;

    private InventedMeasurements() {}

    /** @param source of energy: measured, estimated or unavailable */
    public static List<MeasuredNetwork> of(Measuring measuring, String source) {
        return measuring.networks().stream().map(name -> of(name, measuring.settings(), source, "a-host")).toList();
    }

    static MeasuredNetwork of(String name, Measuring.Settings settings, String source, String host) {
        Manifest.Provenance here = new Manifest.Provenance("0.1", "c0ffee", false, "jvm", "os", "cpu", 2, "2.18.0",
                host, List.of("run"), Map.of());
        Request request = Request.of("x", Scale.PAPER, name, settings,
                new Conditions(host, "cpu: invented, 2 threads", "2.18.0", "a meter", Map.of()), Instant.EPOCH, here);
        Network network = request.network();
        List<Sample> samples = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            for (int batch : settings.inferenceBatches()) {
                samples.add(sample(round, Task.INFERENCE, batch, network, source));
            }
            if (settings.trainingBatch().isPresent() && !name.equals("vgg-19")) {
                samples.add(sample(round, Task.TRAINING, settings.trainingBatch().get(), network, source));
            }
        }
        if (name.equals("vgg-19") && settings.trainingBatch().isPresent()) {
            skipped.add(new Skipped(Task.TRAINING, settings.trainingBatch().get(),
                    "needs about 7.0 GiB of memory, of which 4.0 GiB are free; measure on a larger machine"));
        }
        return new MeasuredNetwork(Path.of(name), request, samples, Optional.of(new Measurement(1, name, Counting.parameters(network),
                Counting.multiplyAdds(network), samples, skipped)));
    }

    /** The same on a machine whose idle power was taken for so much. */
    static List<MeasuredNetwork> idle(List<MeasuredNetwork> all, double watts) {
        return all.stream().map(one -> new MeasuredNetwork(one.folder(), one.request(),
                one.samples().stream().map(s -> new Sample(s.round(), s.task(), s.batch(), s.calls(),
                        s.seconds(), s.source(), s.joules(), s.why(), Optional.of(watts), s.notes())).toList(), Optional.empty())).toList();
    }

    private static Sample sample(int round, Task task, int batch, Network network, String source) {
        double seconds = Counting.multiplyAdds(network) * (task == Task.TRAINING ? 3.0 : 1.0) * batch / PER_SECOND
                * (1 + 0.03 * new Random(31L * network.name().hashCode() + round).nextGaussian());
        return new Sample(round, task, batch, 1, seconds, source,
                source.equals("unavailable") ? Optional.empty() : Optional.of(WATTS * seconds),
                source.equals("unavailable") ? "no counters here" : "invented " + source, Optional.empty(), List.of());
    }
}

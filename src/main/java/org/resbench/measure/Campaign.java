package org.resbench.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.resbench.arch.Network;
import org.resbench.arch.counting.Counting;
import org.resbench.energy.EnergyMeter;
import org.resbench.runs.measurements.Measurement;
import org.resbench.runs.measurements.MeasurementStore;
import org.resbench.runs.measurements.Request;
import org.resbench.runs.measurements.Sample;
import org.resbench.runs.measurements.Skipped;
import org.resbench.runs.measurements.Task;
import org.resbench.spec.Measuring;
import org.resbench.tf.Device;
import org.resbench.tf.Devices;

/** Measures networks in rounds: each network has one turn a round, so that what else the machine does meets all of them alike. What is in
 * the store already is not measured again. */
public final class Campaign {
    /** What happens, for who watches. Shares are of the whole campaign's work by multiply-adds, from 0 to 1. */
    public interface Listener {
        void idle(double seconds);

        void begins(String network, Task task, int batch, int round, double share);

        void skips(String network, Skipped skipped);
    }

    /** A window's place. */
    private record Turn(Task task, int batch) {}

    private final MeasurementStore store;
    private final EnergyMeter meter;
    private final Device device;
    private final Listener listener;
    private final BooleanSupplier stop;

    /** @param stop asked between windows */
    public Campaign(MeasurementStore store, EnergyMeter meter, Device device, Listener listener, BooleanSupplier stop) {
        this.store = store;
        this.meter = meter;
        this.device = device;
        this.listener = listener;
        this.stop = stop;
    }

    /** @param requests one for each network, with the same settings
     * @return whether all are complete now; false if it was stopped */
    public boolean run(List<Request> requests) throws InterruptedException {
        List<Request> open = requests.stream().filter(request -> store.find(request).flatMap(found -> found.result()).isEmpty()).toList();
        if (open.isEmpty()) {
            return true;
        }
        if (meter.secondsToPrepare() > 0) {
            listener.idle(meter.secondsToPrepare());
            meter.prepare();
        }
        List<Subject> subjects = new ArrayList<>();
        try {
            for (Request request : open) {
                subjects.add(new Subject(request, store.open(request)));
            }
            return rounds(subjects, open.get(0).settings());
        } finally {
            subjects.forEach(subject -> subject.held.close());
        }
    }

    private boolean rounds(List<Subject> subjects, Measuring.Settings settings) {
        Benchmark benchmark = new Benchmark(meter, device, settings.warmUp(), settings.seconds());
        double all = subjects.stream().mapToDouble(subject -> subject.workLeft(settings)).sum();
        double done = 0;
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Subject subject : subjects) {
                for (Turn turn : turns(settings)) {
                    if (stop.getAsBoolean()) {
                        return false;
                    }
                    if (subject.has(turn, round)) {
                        continue;
                    }
                    if (!subject.skipped.containsKey(turn)) {
                        subject.take(benchmark, turn, round, done / all);
                    }
                    done += subject.work(turn);
                }
                if (round == settings.rounds()) {
                    subject.complete();
                }
            }
        }
        return true;
    }

    private static List<Turn> turns(Measuring.Settings settings) {
        List<Turn> turns = new ArrayList<>();
        settings.inferenceBatches().forEach(batch -> turns.add(new Turn(Task.INFERENCE, batch)));
        settings.trainingBatch().ifPresent(batch -> turns.add(new Turn(Task.TRAINING, batch)));
        return turns;
    }

    /** A network with what is known of it. */
    private final class Subject {
        private final String name;
        private final Network network;
        private final long multiplyAdds;
        private final MeasurementStore.Held held;
        private final Map<Turn, Skipped> skipped = new HashMap<>();

        Subject(Request request, MeasurementStore.Held held) {
            name = request.architecture().label();
            network = request.network();
            multiplyAdds = Counting.multiplyAdds(network);
            this.held = held;
        }

        boolean has(Turn turn, int round) {
            return held.samples().stream().anyMatch(sample -> sample.round() == round && sample.isOf(turn.task(), turn.batch()));
        }

        /** Of one window, in multiply-adds; a training step is three forward passes. */
        double work(Turn turn) {
            return (double) multiplyAdds * turn.batch() * (turn.task() == Task.TRAINING ? 3 : 1);
        }

        double workLeft(Measuring.Settings settings) {
            double left = 0;
            for (int round = 1; round <= settings.rounds(); round++) {
                for (Turn turn : turns(settings)) {
                    left += has(turn, round) ? 0 : work(turn);
                }
            }
            return left;
        }

        void take(Benchmark benchmark, Turn turn, int round, double share) {
            Optional<String> refusal = Memory.here().refusal(network, turn.task(), turn.batch());
            if (refusal.isPresent()) {
                skip(turn, refusal.get());
                return;
            }
            listener.begins(name, turn.task(), turn.batch(), round, share);
            try {
                Sample sample = benchmark.take(network, turn.task(), turn.batch(), round);
                held.append(sample);
            } catch (OutOfMemoryError e) {
                skip(turn, "Java's heap was too small; set RESBENCH_HEAP to more than " + (Runtime.getRuntime().maxMemory() >> 30) + "g");
            } catch (RuntimeException e) {
                if (!Devices.isOutOfMemory(e)) {
                    throw e;
                }
                skip(turn, "the device had too little memory; measure with a smaller batch or image");
            }
        }

        private void skip(Turn turn, String why) {
            Skipped entry = new Skipped(turn.task(), turn.batch(), why);
            skipped.put(turn, entry);
            listener.skips(name, entry);
        }

        void complete() {
            held.complete(new Measurement(Request.SCHEMA, name, Counting.parameters(network), multiplyAdds, held.samples(),
                    List.copyOf(skipped.values())));
        }
    }
}

package org.resbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.resbench.data.Batch;
import org.resbench.data.PreparedBatches;
import org.resbench.energy.EnergyMeter;
import org.resbench.energy.MeterChoice;
import org.resbench.energy.Meters;
import org.resbench.stats.Interval;
import org.resbench.stats.StudentEstimate;
import org.resbench.tf.BareLoop;
import org.resbench.train.Rehearsals;

/** What metering adds to training: the same training in turns with an open meter and without, in one process, each first in every other
 * pair. The meter reads a file of microjoules, as RAPL's counters are files of microjoules; the poll is as often as asked. */
final class MeteringOverhead {
    private static final int STEPS = 3;

    private MeteringOverhead() {}

    /** @param arguments network, batch, seconds in all, seconds between two readings */
    static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = Arguments.of("metering [NETWORK [BATCH [SECONDS [PERIOD]]]], such as: resnet-20 128 200 1", arguments, 0, 4);
        String network = given.network(0, "resnet-20");
        int batch = given.count(1, "BATCH", 128);
        double seconds = given.positive(2, "SECONDS", 200);
        given.positive(3, "PERIOD", 1);
        String period = given.text(3, "1");
        Path counter = Files.writeString(Files.createTempFile("energy", "_uj"), "123456789\n");
        List<Double> metered = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        try (PreparedBatches batches = Rehearsals.batches(batch)) {
            Batch first = batches.next();
            try (BareLoop loop = new BareLoop(Rehearsals.network(network), Rehearsals.settings(1), first.pixels(), first.labels())) {
                loop.steps(STEPS);
                long end = System.nanoTime() + Math.round(1e9 * seconds);
                while (System.nanoTime() < end || metered.size() < 3) {
                    boolean meteredFirst = metered.size() % 2 == 0;
                    if (!meteredFirst) {
                        plain.add(turn(loop));
                    }
                    try (EnergyMeter meter = Meters.ofThisMachine()
                            .open(MeterChoice.parse("file:" + counter + ",uJ," + period + "s"), false)) {
                        EnergyMeter.Window window = meter.open();
                        metered.add(turn(loop));
                        window.close();
                    }
                    if (meteredFirst) {
                        plain.add(turn(loop));
                    }
                }
            }
        } finally {
            Files.delete(counter);
        }
        System.out.print(words(network, batch, period, metered, plain));
    }

    private static double turn(BareLoop loop) {
        long start = System.nanoTime();
        loop.steps(STEPS);
        return (System.nanoTime() - start) / 1e9;
    }

    private static String words(String network, int batch, String period, List<Double> metered, List<Double> plain) {
        double[] logarithms = new double[metered.size()];
        double[] none = new double[metered.size()];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = Math.log(metered.get(i));
            none[i] = Math.log(plain.get(i));
        }
        Interval ratio = StudentEstimate.ofPairs(logarithms, none).orElseThrow().interval(Interval.LEVEL).exponential();
        double[] sorted = IntStream.range(0, none.length).mapToDouble(i -> Math.exp(logarithms[i] - none[i])).sorted().toArray();
        return String.format(Locale.ROOT, "%s, batch %d, a reading every %s s: time with meter over time without %.4f (95 %% interval %.4f "
                + "to %.4f, median %.4f, %d pairs of %d steps)%n", network, batch, period, ratio.estimate(), ratio.lower(), ratio.upper(),
                sorted[sorted.length / 2], none.length, STEPS);
    }
}

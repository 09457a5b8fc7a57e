package org.resbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.resbench.arch.counting.Counting;
import org.resbench.train.PacedLoop;
import org.resbench.train.Rehearsals;

/** The same network trained by Resbench, as {@code resbench run} does it, and by another framework in a process of its own, in turns of a
 * few steps, so that whatever else the machine does meets both alike. */
final class Peers {
    private static final int BATCH = 128;
    private static final int TURN = 5;
    private static final int TURNS_A_ROUND = 4;
    private static final int ROUNDS = 6;
    /** Threads of either side spin for a while after their turn; none starts before the other's have gone to sleep. */
    private static final long REST_MILLISECONDS = 300;

    private Peers() {}

    /** @param arguments depths of residual networks; 20 and 56 if there are none */
    static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = Arguments.of("peers DEPTH..., such as: 20 56", arguments, 0, Integer.MAX_VALUE);
        List<String> depths = given.given().isEmpty() ? List.of("20", "56") : given.given();
        depths.forEach(depth -> given.network("resnet-" + given.count("DEPTH", depth)));
        for (String depth : depths) {
            compare(Integer.parseInt(depth));
        }
    }

    private static void compare(int depth) throws IOException, InterruptedException {
        String network = "resnet-" + depth;
        Path folder = Files.createTempDirectory("resbench-peers");
        try (PeerProcess peer = PeerProcess.start(depth, BATCH);
                PacedLoop loop = new PacedLoop(Rehearsals.trial(network, BATCH, TURN * TURNS_A_ROUND * ROUNDS), folder)) {
            long parameters = Counting.parameters(Rehearsals.network(network));
            if (peer.parameters() != parameters) {
                throw new IllegalStateException(peer.name() + " has " + peer.parameters() + " parameters, "
                        + network + " has " + parameters);
            }
            loop.steps(TURN);
            peer.steps(TURN);
            List<Double> ratios = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                double ours = 0;
                double theirs = 0;
                for (int turn = 0; turn < TURNS_A_ROUND; turn++) {
                    ours += seconds(() -> loop.steps(TURN));
                    theirs += seconds(() -> peer.steps(TURN));
                }
                double images = (double) TURN * TURNS_A_ROUND * BATCH;
                ratios.add(theirs / ours);
                System.out.printf(Locale.ROOT,
                        "%s, batch %d, round %d: Resbench %.0f images/s, %s %.0f images/s, ratio %.2f%n", network, BATCH, round,
                        images / ours, peer.name(), images / theirs, theirs / ours);
            }
            ratios.sort(null);
            System.out.printf(Locale.ROOT,
                    "%s, batch %d: Resbench trains %.2f times as fast as %s (median of %d rounds, %.2f to %.2f)%n", network, BATCH,
                    (ratios.get((ROUNDS - 1) / 2) + ratios.get(ROUNDS / 2)) / 2, peer.name(), ROUNDS,
                    ratios.get(0), ratios.get(ROUNDS - 1));
        } finally {
            delete(folder);
        }
    }

    private static double seconds(Runnable turn) throws InterruptedException {
        Thread.sleep(REST_MILLISECONDS);
        long start = System.nanoTime();
        turn.run();
        return (System.nanoTime() - start) / 1e9;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

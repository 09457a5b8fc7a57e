package org.resbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.resbench.arch.counting.Counting;
import org.resbench.spec.Recipe;
import org.resbench.train.PacedLoop;
import org.resbench.train.Rehearsals;

/** A network trained by Resbench, as {@code resbench run} does it, and by PyTorch ({@code harness/gpu/pytorch_peer.py}), each in a process
 * of its own on the same device, in turns. Prints images/s of each and Resbench's over PyTorch's. */
final class PyTorchPeers {
    private static final int ROUNDS = 6;
    private static final int WARM_UP_STEPS = 20;
    /** Long beside what it costs to begin and end a turn. */
    private static final double TURN_SECONDS = 0.7;
    private static final int LONGEST_TURN_STEPS = 500;
    private static final long REST_MILLISECONDS = 200;
    private static final String USAGE = "usage: harness/bench pytorch [--device cpu|gpu] [--precision float32|mixed] "
            + "[--modes eager,compile,graphs] [--turns SECONDS] NETWORK[:BATCH]...; a batch is 128 unless said otherwise";

    private final Map<String, String> options = new TreeMap<>(Map.of("--device", "gpu", "--precision", "float32",
            "--modes", "eager,compile", "--turns", Double.toString(TURN_SECONDS)));

    private PyTorchPeers() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        PyTorchPeers peers = new PyTorchPeers();
        List<String> networks = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (peers.options.containsKey(arguments[i]) && i + 1 < arguments.length) {
                peers.options.put(arguments[i], arguments[++i]);
            } else if (arguments[i].startsWith("-")) {
                throw new Arguments.WrongException(USAGE);
            } else {
                networks.add(arguments[i]);
            }
        }
        if (networks.isEmpty()) {
            throw new Arguments.WrongException(USAGE);
        }
        Arguments given = new Arguments(USAGE.substring("usage: harness/bench ".length()), networks);
        networks.forEach(network -> batch(given, network));
        for (String network : networks) {
            peers.compare(network.split(":")[0], batch(given, network));
        }
    }

    private static int batch(Arguments given, String network) {
        String[] parts = network.split(":", 2);
        given.network(parts[0]);
        return parts.length > 1 ? given.count("BATCH", parts[1]) : 128;
    }

    private void compare(String network, int batch) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("resbench-peers");
        List<PeerProcess> peers = new ArrayList<>();
        Recipe.Precision precision = Recipe.Precision.valueOf(options.get("--precision").toUpperCase(Locale.ROOT));
        try (PacedLoop loop = new PacedLoop(Rehearsals.trial(network, batch, Integer.MAX_VALUE, precision),
                folder, options.get("--device"))) {
            long parameters = Counting.parameters(Rehearsals.network(network));
            for (String mode : options.get("--modes").split(",")) {
                PeerProcess peer = PeerProcess.pytorch(List.of("--network", network, "--batch", Integer.toString(batch),
                        "--precision", options.get("--precision"), "--mode", mode, "--device",
                        options.get("--device").equals("gpu") ? "cuda" : "cpu", "--classes", Integer.toString(Rehearsals.CLASSES)));
                peers.add(peer);
                System.out.printf(Locale.ROOT, "%s: %d parameters in Resbench, %d in %s%n", network, parameters,
                        peer.parameters(), peer.name());
                if (peer.parameters() != parameters) {
                    throw new IllegalStateException("these are not the same network");
                }
            }
            List<Side> sides = new ArrayList<>(List.of(new Side("Resbench", loop::steps)));
            peers.forEach(peer -> sides.add(new Side(peer.name(), peer::steps)));
            for (Side side : sides) {
                side.settle(Double.parseDouble(options.get("--turns")));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Side side : sides) {
                    side.turn(batch);
                }
            }
            sides.forEach(side -> System.out.printf(Locale.ROOT, "%s, batch %d, %s: %s %.0f images/s (%.0f to %.0f)%s%n", network, batch,
                    options.get("--precision"), side.name, side.median(), side.speeds.get(0), side.speeds.get(ROUNDS - 1),
                    side == sides.get(0) ? ""
                            : String.format(Locale.ROOT, "; Resbench is %.2f times as fast", sides.get(0).median() / side.median())));
        } finally {
            for (PeerProcess peer : peers) {
                peer.close();
            }
            Peers.delete(folder);
        }
    }

    /** Whoever makes steps. */
    private interface Steps {
        void make(int count);
    }

    private static final class Side {
        private final String name;
        private final Steps steps;
        private final List<Double> speeds = new ArrayList<>();
        private int turn;

        Side(String name, Steps steps) {
            this.name = name;
            this.steps = steps;
        }

        /** First steps, then as many as fill a turn. */
        void settle(double turnSeconds) {
            long begin = System.nanoTime();
            steps.make(1);
            double first = (System.nanoTime() - begin) / 1e9;
            steps.make(WARM_UP_STEPS);
            begin = System.nanoTime();
            steps.make(WARM_UP_STEPS);
            double one = (System.nanoTime() - begin) / 1e9 / WARM_UP_STEPS;
            turn = (int) Math.max(5, Math.min(LONGEST_TURN_STEPS, turnSeconds / one));
            System.out.printf(Locale.ROOT, "%s: first step %.1f s, later ones %.4f s, turns of %d%n", name, first, one, turn);
        }

        void turn(int batch) throws InterruptedException {
            Thread.sleep(REST_MILLISECONDS);
            long begin = System.nanoTime();
            steps.make(turn);
            speeds.add((double) turn * batch / ((System.nanoTime() - begin) / 1e9));
            speeds.sort(null);
        }

        double median() {
            return (speeds.get((ROUNDS - 1) / 2) + speeds.get(ROUNDS / 2)) / 2;
        }
    }
}

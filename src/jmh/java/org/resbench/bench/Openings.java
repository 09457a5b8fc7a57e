package org.resbench.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What might make training on a CPU faster, each beside training as it is: the same updates ({@link OpeningChild}) in a process for each
 * setting, in turns of a few steps. Only what wins here is in the product or its launcher. */
final class Openings {
    private static final int TURN = 3;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 4;
    /** Threads spin for a while after their turn; none starts before the others' have gone to sleep. */
    private static final long REST_MILLISECONDS = 200;

    /** @param environment what differs from the launcher's; an empty value takes a variable away
     * @param apart batch norm and the ReLU after it as two operations */
    private record Setting(String name, Map<String, String> environment, boolean apart) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting("as it is", Map.of(), false),
            new Setting("as it is, once more", Map.of(), false),
            new Setting("batch norm and ReLU apart", Map.of(), true),
            new Setting("memory given back to the system", Map.of("MALLOC_TRIM_THRESHOLD_", "", "MALLOC_MMAP_THRESHOLD_", ""), false),
            new Setting("no huge pages", Map.of("GLIBC_TUNABLES", "glibc.malloc.hugetlb=0"), false),
            new Setting("one arena of malloc", Map.of("MALLOC_ARENA_MAX", "1"), false),
            new Setting("one operation at a time", Map.of("TF_NUM_INTEROP_THREADS", "1"), false),
            new Setting("one thread an operation", Map.of("TF_NUM_INTRAOP_THREADS", "1"), false),
            new Setting("the calling thread works, too", Map.of("TF_ONEDNN_THREADPOOL_USE_CALLER_THREAD", "1"), false),
            new Setting("XLA clusters", Map.of("TF_XLA_FLAGS", "--tf_xla_auto_jit=2 --tf_xla_cpu_global_jit"), false),
            new Setting("without oneDNN", Map.of("TF_ENABLE_ONEDNN_OPTS", "0"), false));

    private Openings() {}

    /** @param arguments network and batch */
    static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = Arguments.of("openings [NETWORK [BATCH]]", arguments, 0, 2);
        String network = given.network(0, "resnet-20");
        int batch = given.count(1, "BATCH", 128);
        Map<Setting, PeerProcess> children = new LinkedHashMap<>();
        try {
            for (Setting setting : SETTINGS) {
                System.err.println("building: " + setting.name());
                PeerProcess child = PeerProcess.start(builder(network, batch, setting));
                children.put(setting, child);
                child.steps(WARM_UP);
            }
            Map<Setting, List<Turn>> turns = new LinkedHashMap<>();
            for (int round = 1; round <= ROUNDS; round++) {
                for (Map.Entry<Setting, PeerProcess> child : children.entrySet()) {
                    Thread.sleep(REST_MILLISECONDS);
                    turns.computeIfAbsent(child.getKey(), key -> new ArrayList<>()).add(turn(child.getValue()));
                }
                System.err.printf("round %d of %d%n", round, ROUNDS);
            }
            print(network, batch, turns);
        } finally {
            for (PeerProcess child : children.values()) {
                child.close();
            }
        }
    }

    /** @param clock seconds @param processor seconds over all threads */
    private record Turn(double clock, double processor) {}

    private static Turn turn(PeerProcess child) {
        long start = System.nanoTime();
        double processor = Long.parseLong(child.steps(TURN)) / 1e9;
        return new Turn((System.nanoTime() - start) / 1e9, processor);
    }

    private static void print(String network, int batch, Map<Setting, List<Turn>> turns) {
        List<Turn> base = turns.get(SETTINGS.get(0));
        System.out.printf(Locale.ROOT, "%s, batch %d, %d rounds of %d steps; speed over that of training as it is%n",
                network, batch, ROUNDS, TURN);
        System.out.printf(Locale.ROOT, "%-34s %8s  %-24s %s%n", "setting", "images/s", "by the clock (quartiles)", "by processor time");
        turns.forEach((setting, own) -> {
            double[] clock = new double[ROUNDS];
            double[] processor = new double[ROUNDS];
            double[] seconds = own.stream().mapToDouble(Turn::clock).sorted().toArray();
            for (int i = 0; i < ROUNDS; i++) {
                clock[i] = base.get(i).clock() / own.get(i).clock();
                processor[i] = base.get(i).processor() / own.get(i).processor();
            }
            Arrays.sort(clock);
            Arrays.sort(processor);
            System.out.printf(Locale.ROOT, "%-34s %8.1f  %.3f (%.3f to %.3f)   %.3f%n", setting.name(), TURN * batch / seconds[ROUNDS / 2],
                    clock[ROUNDS / 2], clock[ROUNDS / 4], clock[ROUNDS - 1 - ROUNDS / 4], processor[ROUNDS / 2]);
        });
    }

    private static ProcessBuilder builder(String network, int batch, Setting setting) {
        List<String> line = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx1g",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0", "-cp", System.getProperty("java.class.path"),
                OpeningChild.class.getName(), network, Integer.toString(batch), Boolean.toString(!setting.apart()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        setting.environment().forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder;
    }
}

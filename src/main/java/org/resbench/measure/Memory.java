package org.resbench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.resbench.arch.Network;
import org.resbench.arch.counting.Counting;
import org.resbench.runs.measurements.Task;

/** Whether a network fits, before the system's memory killer finds out.
 * @param freeBytes for TensorFlow and Java together @param heapBytes that Java may take */
record Memory(long freeBytes, long heapBytes) {
    private static final int FLOAT = 4;
    /** Room for what the model leaves out: the allocator, scratch space of convolutions. A guess on the safe side. */
    private static final double MARGIN = 1.5;
    /** Of TensorFlow itself. */
    private static final long BASE = 400L << 20;

    /** Of this machine and process: Linux's available memory, or a container's limit less what it uses, and the heap; elsewhere nothing is
     * known and all fits. What earlier networks left to the process's allocator is free too: it keeps their buffers, to use them again. */
    static Memory here() {
        long heap = Runtime.getRuntime().maxMemory();
        long kept = kilobytes(Path.of("/proc/self/status"), "VmRSS:")
                .map(held -> Math.max(0, held - Runtime.getRuntime().totalMemory() - BASE)).orElse(0L);
        long free = kilobytes(Path.of("/proc/meminfo"), "MemAvailable:").map(available -> available + kept).orElse(Long.MAX_VALUE);
        Path group = Path.of("/sys/fs/cgroup");
        Optional<Long> limit = number(group.resolve("memory.max"));
        Optional<Long> used = number(group.resolve("memory.current"));
        return new Memory(limit.isPresent() && used.isPresent() ? Math.min(free, limit.get() - used.get() + kept) : free, heap);
    }

    /** Why a task does not fit, with what would mend it; empty if it does. */
    Optional<String> refusal(Network network, Task task, int batch) {
        long heap = heapNeeded(network, task, batch);
        if (heap > heapBytes) {
            return Optional.of("needs about " + gib(heap) + " of Java heap of " + gib(heapBytes) + "; set RESBENCH_HEAP="
                    + Math.max(2, (heap >> 30) + 2) + "g");
        }
        long needed = needed(network, task, batch) + heap;
        return needed <= freeBytes ? Optional.empty() : Optional.of("needs about " + gib(needed) + " of memory, of which " + gib(freeBytes)
                + " are free; measure on a larger machine, or with a smaller batch or image");
    }

    /** TensorFlow's share. */
    static long needed(Network network, Task task, int batch) {
        return BASE + (long) (MARGIN * switch (task) {
            case TRAINING -> Counting.trainingMemory(network, batch).totalBytes();
            case INFERENCE -> Counting.inferenceBytes(network, batch);
        });
    }

    /** Pixels, and each weight once with its momentum, while they are handed over. */
    private static long heapNeeded(Network network, Task task, int batch) {
        long parameters = Counting.parameters(network) * FLOAT;
        return batch * network.input().elements() * FLOAT + (task == Task.TRAINING ? 2 : 1) * parameters + (64L << 20);
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }

    /** In bytes, of a line such as {@code VmRSS: 123 kB}. */
    private static Optional<Long> kilobytes(Path file, String key) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.startsWith(key))
                    .map(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(Path file) {
        try {
            return Optional.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}

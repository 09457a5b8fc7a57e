package org.resbench.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.resbench.runs.Manifest.Provenance;
import org.resbench.runs.Run;

/** The machine that a run was made on, as far as it decides how fast a run is and which bits come out. Throughput and energy of different
 * platforms are not compared.
 * @param os name and architecture; kernels change too often to tell machines apart by them
 * @param device where TensorFlow put the weights
 * @param threadSettings variables that set the number of threads or choose the device */
public record Platform(String os, String processor, int threads, String device, Map<String, String> threadSettings) {
    private static final Pattern THREAD_VARIABLES = Pattern.compile(
            ".*(NUM_THREADS|NUM_INTRAOP_THREADS|NUM_INTEROP_THREADS)|CUDA_VISIBLE_DEVICES");

    public Platform {
        threadSettings = Collections.unmodifiableMap(new TreeMap<>(threadSettings));
    }

    /** @throws java.util.NoSuchElementException if the run has no result */
    static Platform of(Run run) {
        Provenance made = run.manifest().provenance();
        Map<String, String> threads = new TreeMap<>(made.environment());
        threads.keySet().removeIf(name -> !THREAD_VARIABLES.matcher(name).matches());
        return new Platform(made.os().replaceFirst(" .* ", " "), made.processor(), made.threads(), run.result().orElseThrow().speed()
                .device(), threads);
    }

    /** What differs, in words; empty if nothing does. */
    List<String> differences(Platform other) {
        List<String> all = new ArrayList<>();
        Difference.of("operating system", os, other.os).ifPresent(all::add);
        Difference.of("processor", processor, other.processor).ifPresent(all::add);
        Difference.of("processor threads", threads, other.threads).ifPresent(all::add);
        Difference.of("device", device, other.device).ifPresent(all::add);
        Difference.of("thread settings", threadSettings, other.threadSettings).ifPresent(all::add);
        return all;
    }
}

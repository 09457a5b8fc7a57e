package org.resbench.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.resbench.runs.Manifest;
import org.resbench.runs.Processors;

/** Names the device that a training ran on. */
public final class DeviceWords {
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    private static final String GPU = "gpu: ";

    private DeviceWords() {}

    /** Which of these names is a device of this machine that would train: a GPU rather than the processor. Loads no TensorFlow.
     * @param names as {@link org.resbench.runs.RunResult.Speed#device} has them */
    public static Optional<String> here(Set<String> names) {
        List<String> gpus = names.stream().filter(name -> name.startsWith(GPU)).toList();
        List<String> present = gpus.isEmpty() ? List.of() : Processors.gpus().stream().map(GPU::concat).toList();
        return gpus.stream().filter(present::contains).findFirst()
                .or(() -> Optional.of(cpu(Runtime.getRuntime().availableProcessors())).filter(names::contains));
    }

    private static String cpu(int threads) {
        return "cpu: " + Processors.cpu() + ", " + threads + " threads";
    }

    /** {@code cpu: Intel(R) Xeon(R), 2 threads} or {@code gpu: NVIDIA H100}.
     * @param placement what TensorFlow calls it: {@code CPU:0}, {@code GPU:0} */
    static String of(String placement, Manifest.Provenance provenance) {
        if (placement.startsWith("CPU")) {
            return cpu(provenance.threads());
        }
        return GPU + gpu(placement, Processors.gpus(), System.getenv());
    }

    /** TensorFlow's GPU:i is the i-th that CUDA may see; the driver's list knows all by name. What cannot be told apart is listed in
     * full. */
    static String gpu(String placement, List<String> names, Map<String, String> environment) {
        List<String> distinct = names.stream().distinct().toList();
        if (distinct.size() == 1) {
            return distinct.get(0);
        }
        String[] visible = environment.getOrDefault(VISIBLE, "").strip().split("\\s*,\\s*");
        int ordinal = Integer.parseInt(placement.replaceAll(".*:", ""));
        if (ordinal < visible.length && visible[ordinal].matches("\\d{1,3}") && Integer.parseInt(visible[ordinal]) < names.size()) {
            return names.get(Integer.parseInt(visible[ordinal]));
        }
        return distinct.isEmpty() ? "unnamed " + placement : "one of " + String.join(", ", distinct);
    }
}

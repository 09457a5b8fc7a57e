package org.resbench.train;

import java.util.List;
import java.util.Map;
import org.resbench.runs.Manifest;
import org.resbench.runs.Processors;

/** Names the device that a training ran on. */
final class DeviceWords {
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    private DeviceWords() {}

    /** {@code cpu: Intel(R) Xeon(R), 2 threads} or {@code gpu: NVIDIA H100}.
     * @param placement what TensorFlow calls it: {@code CPU:0}, {@code GPU:0} */
    static String of(String placement, Manifest.Provenance provenance) {
        if (placement.startsWith("CPU")) {
            return "cpu: " + Processors.cpu() + ", " + provenance.threads() + " threads";
        }
        return "gpu: " + gpu(placement, Processors.gpus(), System.getenv());
    }

    /** TensorFlow's GPU:i is the i-th that CUDA may see; the driver's list knows all by name. What cannot be told apart is listed in full. */
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

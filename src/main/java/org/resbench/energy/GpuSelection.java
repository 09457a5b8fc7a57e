package org.resbench.energy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.resbench.energy.nvml.Nvml;
import org.resbench.energy.nvml.NvmlException;

/** Which GPUs' energy is ours: those that were named, or the one that TensorFlow takes, which is the first that CUDA shows it.
 * @param indices in NVML's order that were asked for; empty: TensorFlow's
 * @param environment of this process, for CUDA_VISIBLE_DEVICES and CUDA_DEVICE_ORDER */
record GpuSelection(List<Integer> indices, Map<String, String> environment) {
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
    private static final String ORDER = "CUDA_DEVICE_ORDER";

    /** @throws NvmlException with the fix, if it cannot be told */
    List<Nvml.Gpu> of(List<Nvml.Gpu> all) throws NvmlException {
        if (all.isEmpty()) {
            throw refused("the NVIDIA driver lists no GPU");
        }
        if (!indices.isEmpty()) {
            List<Nvml.Gpu> asked = new ArrayList<>();
            for (int index : new java.util.TreeSet<>(indices)) {
                asked.add(at(all, index, "nvml:" + index));
            }
            return asked;
        }
        return List.of(first(all));
    }

    private Nvml.Gpu first(List<Nvml.Gpu> all) throws NvmlException {
        String visible = environment.getOrDefault(VISIBLE, "").strip();
        if (!environment.containsKey(VISIBLE)) {
            requireOneOrder(all);
            return all.get(0);
        }
        String wanted = visible.split(",", -1)[0].strip();
        if (wanted.toUpperCase(Locale.ROOT).startsWith("MIG")) {
            throw refused(VISIBLE + " names a part of a split GPU (MIG), whose energy no counter tells from the other parts'");
        }
        if (wanted.toUpperCase(Locale.ROOT).startsWith("GPU-")) {
            for (Nvml.Gpu gpu : all) {
                if (gpu.uuid().startsWith(wanted)) {
                    return gpu;
                }
            }
            throw refused(VISIBLE + " names " + wanted + ", which the driver does not list");
        }
        if (!wanted.matches("[0-9]{1,4}")) {
            throw refused(VISIBLE + "='" + visible + "' hides all GPUs from TensorFlow");
        }
        requireOneOrder(all);
        return at(all, Integer.parseInt(wanted), VISIBLE);
    }

    private static Nvml.Gpu at(List<Nvml.Gpu> all, int index, String where) throws NvmlException {
        if (index >= all.size()) {
            throw refused(where + ": there is no GPU " + index + "; the driver lists "
                    + (all.size() == 1 ? "one, 0" : "0 to " + (all.size() - 1)));
        }
        return all.get(index);
    }

    /** CUDA numbers GPUs with the fastest first, NVML by their place on the bus; among equal ones that is the same. */
    private void requireOneOrder(List<Nvml.Gpu> all) throws NvmlException {
        if (environment.getOrDefault(ORDER, "").equals("PCI_BUS_ID")) {
            return;
        }
        Set<String> models = new HashSet<>();
        for (Nvml.Gpu gpu : all) {
            models.add(gpu.name());
        }
        if (models.size() > 1) {
            throw refused("GPUs of different models are here, and CUDA counts the fastest first; set " + ORDER
                    + "=PCI_BUS_ID, or say which with --meter nvml:INDEX as nvidia-smi numbers them");
        }
    }

    private static NvmlException refused(String why) {
        return new NvmlException(0, why);
    }
}

package org.resbench.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.resbench.energy.nvml.Nvml;
import org.resbench.energy.nvml.NvmlException;

/** Who else computes on the GPUs. Another process on a GPU of ours spoils a window, since a counter cannot tell them apart; one on another
 * GPU is worth a note, because its energy is not in ours. Where the driver numbers processes otherwise than we do (containers), the only
 * process on a GPU of ours is taken for us.
 * @param ours GPUs that are measured
 * @param all GPUs of the machine
 * @param self our process id */
record GpuProcesses(List<Nvml.Gpu> ours, List<Nvml.Gpu> all, long self) implements Circumstance {
    @Override public Finding look() {
        List<String> notes = new ArrayList<>();
        for (Nvml.Gpu gpu : all) {
            boolean measured = ours.contains(gpu);
            List<Long> others;
            try {
                others = others(gpu, measured);
            } catch (NvmlException e) {
                if (measured) {
                    notes.add("the driver does not say who else used GPU " + gpu.index() + " (" + e.getMessage()
                            + "), so another process's energy may be in this");
                }
                continue;
            }
            if (!others.isEmpty() && measured) {
                return new Finding(Optional.of("GPU " + gpu.index() + " was also used by " + processes(others)
                        + "; its counter cannot tell their energy from ours; "
                        + "measure when it is free, or choose another with CUDA_VISIBLE_DEVICES"), List.of());
            }
            if (!others.isEmpty()) {
                notes.add("GPU " + gpu.index() + " is used by " + processes(others) + "; its energy is not ours and is not counted");
            }
        }
        return new Finding(Optional.empty(), notes);
    }

    private List<Long> others(Nvml.Gpu gpu, boolean measured) throws NvmlException {
        List<Long> found = new ArrayList<>(gpu.computeProcesses());
        boolean listed = found.removeIf(process -> process == self);
        return measured && !listed && found.size() == 1 ? List.of() : found;
    }

    private static String processes(List<Long> others) {
        return (others.size() == 1 ? "process " : "processes ") + others.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}

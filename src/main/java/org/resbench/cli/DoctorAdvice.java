package org.resbench.cli;

import java.util.ArrayList;
import java.util.List;

/** What to do about a {@link DoctorReport}.
 * @param problem whether it keeps runs from being carried out as asked; otherwise worth knowing
 * @param text what is wrong, then how to mend it */
record DoctorAdvice(boolean problem, String text) {
    private static final long GIBIBYTE = 1L << 30;
    /** TensorFlow's natives unpack to 0.7 GiB; an experiment's checkpoints take as much. */
    private static final long ENOUGH_DISK_BYTES = 2 * GIBIBYTE;
    /** The 110-layer network at batch 128. */
    private static final long ENOUGH_MEMORY_BYTES = 4 * GIBIBYTE;

    /** Everything worth saying, problems first. */
    static List<DoctorAdvice> on(DoctorReport report) {
        List<DoctorAdvice> problems = new ArrayList<>();
        List<DoctorAdvice> notes = new ArrayList<>();
        tensorflow(report.tensorflow(), report.gpu(), problems, notes);
        for (DoctorReport.Disk disk : report.disks()) {
            if (!disk.writable()) {
                problems.add(new DoctorAdvice(true, disk.folder() + ": cannot be written, but is for " + disk.use()
                        + "; grant write access, or choose another folder"));
            } else if (disk.freeBytes() < ENOUGH_DISK_BYTES) {
                notes.add(new DoctorAdvice(false, disk.folder() + ": only " + RunsText.bytes(disk.freeBytes()) + " free for " + disk.use()
                        + "; 'resbench runs gc' may free some"));
            }
        }
        if (report.memory().totalBytes() < ENOUGH_MEMORY_BYTES) {
            notes.add(new DoctorAdvice(false, "only " + RunsText.bytes(report.memory().totalBytes()) + " of memory; deep networks may need "
                    + "a smaller recipe.micro_batch_size"));
        }
        if (report.energy().watts().isEmpty()) {
            boolean listed = report.energy().sources().stream().anyMatch(source -> source.state().equals(report.energy().how()));
            notes.add(new DoctorAdvice(false,
                    "energy will be 'unavailable': " + (listed ? "no meter above can be used" : report.energy().how())
                    + "; a wall meter, IPMI or the host's counters can stand in: --meter file:PATH or command:LINE (docs/energy.md)"));
        }
        report.energy().notes().forEach(note -> notes.add(new DoctorAdvice(false, note)));
        report.data().stream().filter(set -> !set.usable()).forEach(set -> notes.add(new DoctorAdvice(false, set.state())));
        if (report.data().isEmpty()) {
            notes.add(new DoctorAdvice(false, "no data set but the synthetic one; 'resbench data fetch cifar10' gets the paper's"));
        }
        problems.addAll(notes);
        return List.copyOf(problems);
    }

    private static void tensorflow(DoctorReport.TensorFlow tensorflow, DoctorReport.Gpu gpu,
                                   List<DoctorAdvice> problems, List<DoctorAdvice> notes) {
        if (tensorflow.natives().isEmpty()) {
            problems.add(new DoctorAdvice(true, "TensorFlow's native libraries are not on the class path, nothing can be trained; "
                    + "start with harness/resbench, which picks those for this machine"));
        } else if (tensorflow.natives().size() > 1) {
            problems.add(new DoctorAdvice(true, "more than one set of TensorFlow's native libraries is on the class path ("
                    + String.join(", ", tensorflow.natives()) + "); keep one"));
        }
        if (tensorflow.failure().isPresent() && !tensorflow.natives().isEmpty()) {
            problems.add(new DoctorAdvice(true, "TensorFlow cannot be loaded: " + tensorflow.failure().get()));
        }
        boolean here = !gpu.driver().isEmpty();
        if (tensorflow.hasGpuNatives() && !gpu.missing().isEmpty()) {
            problems.add(new DoctorAdvice(true, "TensorFlow will use the CPU, since GPU libraries are missing or cannot be loaded: "
                    + String.join(", ", gpu.missing()) + "; get them " + GpuLibrary.HOW_TO_GET));
        } else if (tensorflow.hasGpuNatives() && here && !tensorflow.hasGpuDevice() && tensorflow.failure().isEmpty()) {
            problems.add(new DoctorAdvice(true, "TensorFlow lists no GPU although the driver and every library are there; its start-up "
                    + "messages say why: set TF_CPP_MIN_LOG_LEVEL=0"));
        } else if (tensorflow.hasGpuNatives() && !here) {
            notes.add(new DoctorAdvice(false, "TensorFlow's GPU natives are here, but nvidia-smi lists no GPU; runs use the CPU"));
        } else if (!tensorflow.hasGpuNatives() && here) {
            notes.add(new DoctorAdvice(false, "there is a GPU, but TensorFlow's natives are for CPUs; "
                    + "start with RESBENCH_NATIVES=gpu in the environment (or build with 'mvn -Pgpu package')"
                    + (gpu.missing().isEmpty() ? "" : ", and get " + String.join(", ", gpu.missing()) + " " + GpuLibrary.HOW_TO_GET)));
        }
    }
}

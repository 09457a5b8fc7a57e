package org.resbench.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.resbench.data.DataHome;
import org.resbench.data.DataSummary;
import org.resbench.energy.EnergyMeter;
import org.resbench.energy.EnergyReading;
import org.resbench.energy.Meters;
import org.resbench.runs.Processors;
import org.resbench.runs.Provenances;
import org.resbench.tf.Devices;

/** Looks at this machine: what TensorFlow, the disk, memory and energy counters are like. */
final class Doctor {
    /** Of a look at a meter: ten updates, and two of a slow one. */
    private static final double SHORTEST_LOOK_SECONDS = 1;
    private static final double LONG_LOOK_SECONDS = 10;
    private static final double LONGEST_LOOK_SECONDS = 60;

    private Doctor() {}

    /** Loads TensorFlow and every data set. @param say what takes seconds */
    static DoctorReport examine(Path runs, DataHome dataHome, MeterOptions meter, Consumer<String> say) {
        List<String> gpus = Processors.gpus();
        DoctorReport.TensorFlow tensorflow = tensorflow();
        SharedLibraries libraries = SharedLibraries.ofThisMachine();
        return new DoctorReport(Provenances.resbenchVersion(), Provenances.jvm(), Provenances.os(), Processors.cpu(),
                Runtime.getRuntime().availableProcessors(), memory(),
                List.of(disk("runs", runs), disk("data sets", dataHome.folder()), disk("unpacked native libraries", nativesCache())),
                tensorflow, new DoctorReport.Gpu(gpus, GpuLibrary.search(libraries, tensorflow.hasGpuNatives()), libraries.searched()),
                dataHome.list().stream().filter(set -> !set.folder().isEmpty()).map(Doctor::data).toList(),
                energy(meter, !gpus.isEmpty(), say));
    }

    private static DoctorReport.TensorFlow tensorflow() {
        List<String> natives = Natives.here();
        try {
            return new DoctorReport.TensorFlow(natives, Devices.version(), Devices.names(), Optional.empty());
        } catch (LinkageError e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return new DoctorReport.TensorFlow(natives, "", List.of(), Optional.of(String.valueOf(root.getMessage())));
        }
    }

    private static DoctorReport.DataFound data(DataSummary set) {
        boolean usable = set.problem().isEmpty();
        return new DoctorReport.DataFound(set.name(), usable,
                usable ? set.trainingImages() + " training and " + set.testImages() + " test images of "
                + set.width() + "x" + set.height() + ", " + set.classes().size() + " classes" : set.problem());
    }

    static DoctorReport.Memory memory() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return new DoctorReport.Memory(system.getTotalMemorySize(), system.getFreeMemorySize(), Runtime.getRuntime().maxMemory());
    }

    /** JavaCPP, which loads TensorFlow's natives, unpacks them here. */
    private static Path nativesCache() {
        String set = System.getProperty("org.bytedeco.javacpp.cachedir");
        return set != null ? Path.of(set) : Path.of(System.getProperty("user.home"), ".javacpp", "cache");
    }

    static DoctorReport.Disk disk(String use, Path wanted) {
        Path folder = wanted.toAbsolutePath();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        try {
            return new DoctorReport.Disk(use, folder, Files.getFileStore(folder).getUsableSpace(), Files.isWritable(folder));
        } catch (IOException e) {
            return new DoctorReport.Disk(use, folder, 0, false);
        }
    }

    /** @param updateSeconds how often the meter changes */
    static double lookSeconds(double updateSeconds) {
        double ten = Math.max(SHORTEST_LOOK_SECONDS, Math.min(LONG_LOOK_SECONDS, EnergyMeter.UPDATES_IN_A_WINDOW * updateSeconds));
        return Math.max(ten, Math.min(LONGEST_LOOK_SECONDS, 2 * updateSeconds));
    }

    private static DoctorReport.Energy energy(MeterOptions options, boolean gpu, Consumer<String> say) {
        List<Meters.Listed> sources = Meters.ofThisMachine().list();
        try (EnergyMeter meter = options.open(gpu, 0)) {
            EnergyMeter.Window window = meter.open();
            if (!meter.name().equals("none")) {
                double seconds = lookSeconds(meter.updateSeconds());
                if (seconds > 2 * SHORTEST_LOOK_SECONDS) {
                    say.accept("looking at the meter for " + Math.round(seconds) + " s");
                }
                Thread.sleep(Math.round(1000 * seconds));
            }
            EnergyReading reading = window.close();
            return new DoctorReport.Energy(meter.name(), reading.energy().source(),
                    reading.energy().anyJoules().map(joules -> joules / reading.seconds()),
                    reading.energy().how(), reading.notes(), sources);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DoctorReport.Energy("none", "unavailable", Optional.empty(), "interrupted", List.of(), sources);
        }
    }
}

package org.resbench.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    /** Long enough for ten updates of a GPU's counter. */
    private static final long ENERGY_WINDOW_MILLISECONDS = 1000;

    private Doctor() {}

    /** Loads TensorFlow and every data set. */
    static DoctorReport examine(Path runs, DataHome dataHome, MeterOptions meter) {
        List<String> gpus = Processors.gpus();
        DoctorReport.TensorFlow tensorflow = tensorflow();
        SharedLibraries libraries = SharedLibraries.ofThisMachine();
        return new DoctorReport(Provenances.resbenchVersion(), Provenances.jvm(), Provenances.os(), Processors.cpu(),
                Runtime.getRuntime().availableProcessors(), memory(),
                List.of(disk("runs", runs), disk("data sets", dataHome.folder()), disk("unpacked native libraries", nativesCache())),
                tensorflow, new DoctorReport.Gpu(gpus, GpuLibrary.search(libraries, tensorflow.hasGpuNatives()), libraries.searched()),
                dataHome.list().stream().filter(set -> !set.folder().isEmpty()).map(Doctor::data).toList(), energy(meter, !gpus.isEmpty()));
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

    private static DoctorReport.Energy energy(MeterOptions options, boolean gpu) {
        List<Meters.Listed> sources = Meters.ofThisMachine().list();
        try (EnergyMeter meter = options.open(gpu, 0)) {
            EnergyMeter.Window window = meter.open();
            if (!meter.name().equals("none")) {
                Thread.sleep(ENERGY_WINDOW_MILLISECONDS);
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

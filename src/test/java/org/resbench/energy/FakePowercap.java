package org.resbench.energy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder laid out as /sys/class/powercap on a two-socket Xeon; names as in the kernel's powercap.rst. */
final class FakePowercap {
    final Path root;

    FakePowercap(Path root) {
        this.root = root;
    }

    FakePowercap domain(String folder, String name, long energyMicrojoules, long rangeMicrojoules) throws IOException {
        Files.createDirectories(root.resolve(folder));
        Files.writeString(root.resolve(folder).resolve("name"), name + "\n");
        Files.writeString(root.resolve(folder).resolve("max_energy_range_uj"), rangeMicrojoules + "\n");
        return energy(folder, energyMicrojoules);
    }

    FakePowercap energy(String folder, long microjoules) throws IOException {
        Files.writeString(root.resolve(folder).resolve("energy_uj"), microjoules + "\n");
        return this;
    }
}

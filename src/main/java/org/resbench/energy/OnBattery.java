package org.resbench.energy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Says when a laptop runs on its battery, as Linux shows it.
 * @param supplies a folder laid out as /sys/class/power_supply
 * @see "Linux kernel, Documentation/ABI/testing/sysfs-class-power" */
record OnBattery(Path supplies) implements Circumstance {
    @Override public Finding look() {
        if (!Files.isDirectory(supplies)) {
            return Finding.NOTHING;
        }
        try (Stream<Path> found = Files.list(supplies)) {
            return found.anyMatch(OnBattery::discharges)
                    ? Finding.note("the machine ran on its battery, when processors are often slowed down; "
                            + "plug it in to compare") : Finding.NOTHING;
        } catch (IOException e) {
            return Finding.NOTHING;
        }
    }

    /** Batteries of mice and keyboards have the scope {@code Device}. */
    private static boolean discharges(Path supply) {
        return text(supply, "type").equals("Battery") && !text(supply, "scope").equals("Device")
                && text(supply, "status").equals("Discharging");
    }

    private static String text(Path supply, String file) {
        try {
            return Files.readString(supply.resolve(file)).strip();
        } catch (IOException e) {
            return "";
        }
    }
}

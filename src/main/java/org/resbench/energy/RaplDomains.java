package org.resbench.energy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The RAPL counters that together are a machine's processors and memory, each joule once: every {@code package} and {@code dram} domain.
 * Left out are {@code core} and {@code uncore}, which packages contain; {@code psys}, which contains packages; and
 * {@code intel-rapl-mmio}, a second way to read the packages. AMD processors are under the same names.
 * @param counters sorted by folder; empty when there are reasons
 * @param whyNot why nothing can be measured and what would mend it
 * @see "Linux kernel, Documentation/power/powercap/powercap.rst; Intel SDM volume 3B, section 15.10" */
record RaplDomains(List<EnergyCounter> counters, Optional<String> whyNot) {
    private static final Pattern FOLDER = Pattern.compile("intel-rapl:\\d+(:\\d+)?");
    private static final String COUNTER = "energy_uj";
    private static final String RANGE = "max_energy_range_uj";

    RaplDomains {
        counters = List.copyOf(counters);
    }

    static RaplDomains find(Path powercap) {
        if (!Files.isDirectory(powercap)) {
            return none("no RAPL counters (" + powercap + " does not exist); virtual machines, containers and systems other than Linux "
                    + "have none; on Linux hardware load them with 'sudo modprobe intel_rapl_msr'");
        }
        try (Stream<Path> entries = Files.list(powercap)) {
            List<EnergyCounter> found = new ArrayList<>();
            for (Path folder : entries.filter(entry -> FOLDER.matcher(entry.getFileName().toString()).matches()).sorted().toList()) {
                String name = Files.readString(folder.resolve("name")).strip();
                if (name.startsWith("package") || name.equals("dram")) {
                    found.add(new RaplCounter(name, folder.resolve(COUNTER), readLong(folder.resolve(RANGE))));
                }
            }
            if (found.stream().noneMatch(counter -> counter.name().startsWith("package"))) {
                return none("no RAPL counters (" + powercap + " has no package domain); virtual machines have none; on hardware load them "
                        + "with 'sudo modprobe intel_rapl_msr'");
            }
            for (EnergyCounter counter : found) {
                counter.readMicrojoules();
            }
            return new RaplDomains(found, Optional.empty());
        } catch (IOException e) {
            return none(explain(e));
        }
    }

    /** For the user: which file, why, and the command that mends it. */
    static String explain(IOException why) {
        if (why instanceof AccessDeniedException denied) {
            return "'rapl' cannot be read (permission denied: " + denied.getFile() + "); grant read access until the next boot with "
                    + "'sudo chmod a+r /sys/class/powercap/intel-rapl:*/" + COUNTER + "', or run as root";
        }
        return "'rapl' cannot be read (" + why.getMessage() + ")";
    }

    private static RaplDomains none(String why) {
        return new RaplDomains(List.of(), Optional.of(why));
    }

    private static long readLong(Path file) throws IOException {
        String text = Files.readString(file).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": '" + text + "' is no whole number", e);
        }
    }

    private record RaplCounter(String name, Path file, long rangeMicrojoules) implements EnergyCounter {
        @Override public long readMicrojoules() throws IOException {
            return readLong(file);
        }
    }
}

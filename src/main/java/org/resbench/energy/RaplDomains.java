package org.resbench.energy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the RAPL counters that together are a machine's processors and memory, each joule once: every {@code package} and {@code dram}
 * domain. Left out are {@code core} and {@code uncore}, which packages contain; {@code psys}, which contains packages and is a source of
 * its own; and {@code intel-rapl-mmio}, a second way to read the packages. AMD processors are under the same names.
 * @see "Linux kernel, Documentation/power/powercap/powercap.rst; Intel SDM volume 3B, section 15.10" */
final class RaplDomains {
    static final String KIND = "rapl";
    static final String PLATFORM = "psys";
    /** How often the counters are read; the smallest range in use (dram, 65,712 J) lasts 65 s at a kilowatt. */
    static final double POLL_SECONDS = 1;
    /** No domain uses more. */
    static final double HIGHEST_WATTS = 1000;
    /** "Updates every ~1 ms" (Intel SDM volume 3B, section 15.10.3); a shorter window may have seen no update. */
    static final double UPDATE_SECONDS = 0.001;

    private static final Pattern FOLDER = Pattern.compile("intel-rapl:\\d+(:\\d+)?");
    private static final String COUNTER = "energy_uj";
    private static final String RANGE = "max_energy_range_uj";
    private static final double MICROJOULES = 1e6;

    private RaplDomains() {}

    /** Processors and memory. @param powercap a folder laid out as /sys/class/powercap */
    static Probe packages(Path powercap) {
        return find(powercap, KIND, name -> name.startsWith("package") || name.equals("dram"), "package",
                "of the whole machine, other processes included; no GPU");
    }

    /** The whole platform by its own counter, where a machine has one: most laptops and few servers. */
    static Probe platform(Path powercap) {
        return find(powercap, KIND + ":" + PLATFORM, PLATFORM::equals, PLATFORM,
                "of the whole platform as its firmware sees it, other processes included; whether a GPU is in it depends on the machine");
    }

    private static Probe find(Path powercap, String kind, Predicate<String> wanted, String needed, String covers) {
        if (!Files.isDirectory(powercap)) {
            return new Probe.Missing(kind, "no RAPL counters (" + powercap + " does not exist); virtual machines, "
                    + "containers and systems other than Linux have none; on Linux hardware load them with 'sudo modprobe intel_rapl_msr'");
        }
        try (Stream<Path> entries = Files.list(powercap)) {
            List<EnergyCounter> found = new ArrayList<>();
            for (Path folder : entries.filter(entry -> FOLDER.matcher(entry.getFileName().toString()).matches()).sorted().toList()) {
                String name = Files.readString(folder.resolve("name")).strip();
                if (wanted.test(name)) {
                    found.add(new RaplCounter(name, folder.resolve(COUNTER), readLong(folder.resolve(RANGE)) / MICROJOULES));
                }
            }
            if (found.stream().noneMatch(counter -> counter.name().startsWith(needed))) {
                return new Probe.Missing(kind, "no RAPL counters (" + powercap + " has no " + needed + " domain); "
                        + "virtual machines have none; on hardware load them with 'sudo modprobe intel_rapl_msr'");
            }
            for (EnergyCounter counter : found) {
                counter.readJoules();
            }
            String domains = found.stream().map(EnergyCounter::name).distinct().collect(Collectors.joining("+"));
            return new Probe.Ready(new Source(KIND + " " + domains,
                    found.stream().map(c -> Channel.of(c, HIGHEST_WATTS)).toList(), UPDATE_SECONDS, POLL_SECONDS, covers));
        } catch (IOException e) {
            return new Probe.Missing(kind, explain(e));
        }
    }

    /** For the user: which file, why, and the command that mends it. */
    static String explain(IOException why) {
        if (why instanceof AccessDeniedException denied) {
            return "'rapl' cannot be read (permission denied: " + denied.getFile() + "); grant read access until the next boot with "
                    + "'sudo chmod a+r /sys/class/powercap/intel-rapl:*/" + COUNTER + "', or run as root";
        }
        return why.getMessage().startsWith("'rapl'") ? why.getMessage() : "'rapl' cannot be read (" + why.getMessage() + ")";
    }

    private static long readLong(Path file) throws IOException {
        String text = Files.readString(file).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": '" + text + "' is no whole number", e);
        }
    }

    private record RaplCounter(String name, Path file, double range) implements EnergyCounter {
        @Override public double readJoules() throws IOException {
            try {
                return readLong(file) / MICROJOULES;
            } catch (IOException e) {
                throw new IOException(explain(e), e);
            }
        }

        @Override public OptionalDouble rangeJoules() {
            return OptionalDouble.of(range);
        }
    }
}

package org.resbench.energy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A meter that is read as text, from a file or a command: a wall meter, IPMI, the host outside of a virtual machine. The text begins
 * with a number and its unit, such as {@code 5213.7 J} or {@code 183 W}; what follows is ignored. */
final class OutsideMeter {
    private static final Pattern READING = Pattern.compile("\\s*+([-+]?+(?:[0-9]++(?:\\.[0-9]++)?+|\\.[0-9]++)(?:[eE][-+]?[0-9]++)?+)"
            + "(?![.,'][0-9])[ \\t]*+([A-Za-z]*+)(?s:.*)");
    private static final int LONGEST_GAP_PERIODS = 10;
    /** A gap shorter than this is a pause of the machine, not a lost meter. */
    private static final double SHORTEST_GAP_SECONDS = 5;
    /** Who writes a file anew leaves it empty for a moment; it is read again so often, so soon. */
    private static final int READINGS_OF_NOTHING = 20;
    private static final long PAUSE_NANOS = 5_000_000;

    private OutsideMeter() {}

    /** Reads it once, to see that it can be read and whether it counts energy or shows power. */
    static Probe find(MeterChoice.Outside choice) {
        String name = (choice.command() ? "command " : "file ") + choice.place();
        Text text = choice.command() ? () -> ShellCommand.output(choice.place()) : () -> read(Path.of(choice.place()));
        try {
            MeterUnit unit = parse(name, text.read(), choice).unit();
            Channel channel = unit.isPower()
                    ? Channel.of(new Gauge(name, text, choice, unit),
                            Math.max(SHORTEST_GAP_SECONDS, LONGEST_GAP_PERIODS * choice.periodSeconds()))
                    : Channel.of(new Counter(name, text, choice, unit), Double.POSITIVE_INFINITY);
            return new Probe.Ready(new Source(name, List.of(channel), choice.periodSeconds(), choice.periodSeconds(),
                    "(" + unit.symbol() + ", every " + Amount.seconds(choice.periodSeconds()) + "): all that this meter sees"));
        } catch (IOException e) {
            return new Probe.Missing(choice.command() ? "command" : "file", e.getMessage());
        }
    }

    private interface Text {
        String read() throws IOException;
    }

    private record Value(double si, MeterUnit unit) {}

    private static Value parse(String name, String text, MeterChoice.Outside choice) throws IOException {
        Matcher reading = READING.matcher(text);
        if (!reading.matches()) {
            throw new IOException(name + ": '" + shortened(text)
                    + "' does not begin with a number and its unit, such as 5213.7 J or 183 W (a point, and no commas)");
        }
        String symbol = reading.group(2);
        MeterUnit unit = choice.unit().or(() -> MeterUnit.of(symbol)).orElseThrow(() -> new IOException(name + ": '" + shortened(text)
                + "' has no unit that is known; print one of " + MeterUnit.all() + " behind the number, or add it to the meter: "
                + (choice.command() ? "command:" : "file:") + choice.place() + ",W"));
        if (!symbol.isEmpty() && MeterUnit.of(symbol).filter(said -> said != unit).isPresent()) {
            throw new IOException(name + ": '" + shortened(text) + "' is in " + symbol
                    + ", but the meter was asked for in " + unit.symbol());
        }
        double value = unit.toSi(Double.parseDouble(reading.group(1)));
        if (!Double.isFinite(value)) {
            throw new IOException(name + ": '" + shortened(text) + "' is larger than any meter can show");
        }
        return new Value(value, unit);
    }

    private static double next(String name, Text text, MeterChoice.Outside choice, MeterUnit unit) throws IOException {
        Value value = parse(name, text.read(), choice);
        if (value.unit().isPower() != unit.isPower()) {
            throw new IOException(name + ": showed " + unit.symbol() + " before and " + value.unit().symbol() + " now");
        }
        return value.si();
    }

    private static String read(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            for (int i = 0; i < READINGS_OF_NOTHING && text.isBlank(); i++) {
                LockSupport.parkNanos(PAUSE_NANOS);
                text = Files.readString(file);
            }
            return text;
        } catch (NoSuchFileException e) {
            throw new IOException("file " + file + " does not exist"
                    + (file.toString().contains(",")
                            ? "; behind a comma is a unit, one of " + MeterUnit.all() + ", or a period such as 5s" : ""), e);
        } catch (AccessDeniedException e) {
            throw new IOException("file " + file + " cannot be read (permission denied); grant read access", e);
        } catch (IOException e) {
            throw new IOException("file " + file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static String shortened(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > 60 ? line.substring(0, 60) + "..." : line;
    }

    private record Counter(String name, Text text, MeterChoice.Outside choice, MeterUnit unit) implements EnergyCounter {
        @Override public double readJoules() throws IOException {
            return next(name, text, choice, unit);
        }

        @Override public OptionalDouble rangeJoules() {
            return OptionalDouble.empty();
        }
    }

    private record Gauge(String name, Text text, MeterChoice.Outside choice, MeterUnit unit) implements PowerGauge {
        @Override public double readWatts() throws IOException {
            return next(name, text, choice, unit);
        }
    }
}

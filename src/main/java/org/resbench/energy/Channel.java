package org.resbench.energy;

import java.io.IOException;
import java.util.OptionalDouble;

/** Turns readings of a counter or a gauge into joules since the reading before. Not thread-safe. */
abstract class Channel {
    static final double NANOSECONDS_PER_SECOND = 1e9;

    private final String name;
    private final boolean counts;
    private boolean started;
    private double last;
    private long lastNanos;

    private Channel(String name, boolean counts) {
        this.name = name;
        this.counts = counts;
    }

    /** Whether it is a counter, which moves as long as it works. */
    final boolean counts() {
        return counts;
    }

    final String name() {
        return name;
    }

    /** Joules since the last reading; zero at the first one and at the first after a failure.
     * @throws IOException if it cannot be read, or if what it shows cannot be told from the reading before */
    final double advance(long nanos) throws IOException {
        boolean first = !started;
        started = false;
        double value = read();
        double joules = first ? 0 : joules(last, value, (nanos - lastNanos) / NANOSECONDS_PER_SECOND);
        last = value;
        lastNanos = nanos;
        started = true;
        return joules;
    }

    /** The next reading is the first one: nobody wants to know what was used before it. */
    final void forget() {
        started = false;
    }

    abstract double read() throws IOException;

    abstract double joules(double before, double now, double seconds) throws IOException;

    /** @param highestWatts that the counter can ever count; a gap between two readings in which it could have gone round more than once at
     *     this power is a fault, and so is a lower value that no such power explains */
    static Channel of(EnergyCounter counter, double highestWatts) {
        return new Channel(counter.name(), true) {
            @Override double read() throws IOException {
                return counter.readJoules();
            }

            @Override double joules(double before, double now, double seconds) throws IOException {
                OptionalDouble range = counter.rangeJoules();
                if (range.isPresent() && seconds * highestWatts > range.getAsDouble()) {
                    throw new IOException(counter.name() + " was not read for " + Math.round(seconds)
                            + " s, in which it may have wrapped around more than once; was the process stopped?");
                }
                if (now >= before) {
                    return now - before;
                }
                double around = now - before + range.orElse(Double.NaN);
                // A second more, since two readings close together may have an update between them.
                if (!(around >= 0 && around <= highestWatts * (seconds + 1))) {
                    throw new IOException(counter.name() + " went backwards, from " + Amount.joules(before) + " to " + Amount.joules(now)
                            + "; it was reset (a driver or firmware restart, a suspended machine) and what it "
                            + "counted is lost; measure again");
                }
                return around;
            }
        };
    }

    /** The trapezoid under two readings.
     * @param longestSeconds between readings; over a longer gap nothing is known of the power */
    static Channel of(PowerGauge gauge, double longestSeconds) {
        return new Channel(gauge.name(), false) {
            @Override double read() throws IOException {
                double watts = gauge.readWatts();
                if (!(watts >= 0 && Double.isFinite(watts))) {
                    throw new IOException(gauge.name() + " shows " + watts + " W, which is no power that a machine draws");
                }
                return watts;
            }

            @Override double joules(double before, double now, double seconds) throws IOException {
                if (seconds > longestSeconds) {
                    throw new IOException(gauge.name() + " was not read for " + Math.round(seconds) + " s, more than the "
                            + Amount.seconds(longestSeconds) + " over which its power may be joined; was the process stopped?");
                }
                return (before + now) / 2 * seconds;
            }
        };
    }
}

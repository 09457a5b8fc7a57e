package org.resbench.energy;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Adds up what RAPL's counters count. They count the whole machine: other processes' energy is included, the GPU's, disks' and power
 * supply's is not. From the first window on, a daemon thread reads them every {@link #POLL_SECONDS}, so that none wraps around
 * twice unseen, however long a window is. */
final class RaplMeter implements EnergyMeter {
    /** The smallest range in use (dram, 65,712 J) lasts 65 s at a kilowatt. */
    static final int POLL_SECONDS = 10;
    /** No domain uses more; a gap between two readings in which it could have wrapped more than once at this power spoils the window. */
    static final double HIGHEST_WATTS = 1000;
    /** "Updates every ~1 ms" (Intel SDM volume 3B, section 15.10.3); a shorter window may have seen no update. */
    static final double UPDATE_SECONDS = 0.001;

    private static final double MICROJOULES_PER_JOULE = 1e6;
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final List<EnergyCounter> counters;
    private final LongSupplier nanoTime;
    private final String name;

    private final long[] last;
    private long lastNanos;
    private boolean started;
    private double totalJoules;
    private long failures;
    private String lastFailure = "";
    private Thread poller;

    /** @param counters at least one
     * @param nanoTime a monotonic clock */
    RaplMeter(List<EnergyCounter> counters, LongSupplier nanoTime) {
        this.counters = List.copyOf(counters);
        this.nanoTime = nanoTime;
        this.name = "rapl " + counters.stream().map(EnergyCounter::name).distinct().collect(Collectors.joining("+"));
        this.last = new long[counters.size()];
    }

    @Override public String name() {
        return name;
    }

    @Override public synchronized Window open() {
        if (poller == null) {
            poller = new Thread(this::pollUntilInterrupted, "energy meter");
            poller.setDaemon(true);
            poller.start();
        }
        long failuresBefore = failures;
        poll();
        if (failures > failuresBefore) {
            String why = lastFailure;
            return () -> EnergyReading.unavailable(why);
        }
        return new RaplWindow(totalJoules, lastNanos, failures);
    }

    @Override public synchronized void close() {
        if (poller != null) {
            poller.interrupt();
        }
    }

    /** Reads every counter and adds what came since the last time; after a failure it starts anew from the next reading. */
    synchronized void poll() {
        long now = nanoTime.getAsLong();
        double seconds = (now - lastNanos) / NANOSECONDS_PER_SECOND;
        try {
            double joules = 0;
            for (int i = 0; i < last.length; i++) {
                long value = counters.get(i).readMicrojoules();
                joules += started ? increase(counters.get(i), last[i], value, seconds) : 0;
                last[i] = value;
            }
            totalJoules += joules;
            started = true;
        } catch (IOException e) {
            failures++;
            lastFailure = RaplDomains.explain(e);
            started = false;
        }
        lastNanos = now;
    }

    private static double increase(EnergyCounter counter, long before, long now, double seconds) throws IOException {
        double range = counter.rangeMicrojoules();
        if (seconds * HIGHEST_WATTS * MICROJOULES_PER_JOULE > range) {
            throw new IOException(counter.name() + " was not read for " + Math.round(seconds)
                    + " s, in which it may have wrapped around more than once; was the process stopped?");
        }
        return (now >= before ? now - before : now - before + range) / MICROJOULES_PER_JOULE;
    }

    private void pollUntilInterrupted() {
        try {
            while (true) {
                Thread.sleep(POLL_SECONDS * 1000L);
                poll();
            }
        } catch (InterruptedException e) {
            // close() asks for the end.
        }
    }

    private final class RaplWindow implements Window {
        private final double joulesBefore;
        private final long nanosBefore;
        private final long failuresBefore;

        RaplWindow(double joulesBefore, long nanosBefore, long failuresBefore) {
            this.joulesBefore = joulesBefore;
            this.nanosBefore = nanosBefore;
            this.failuresBefore = failuresBefore;
        }

        @Override public EnergyReading close() {
            synchronized (RaplMeter.this) {
                poll();
                if (failures > failuresBefore) {
                    return EnergyReading.unavailable(lastFailure);
                }
                double seconds = (lastNanos - nanosBefore) / NANOSECONDS_PER_SECOND;
                double joules = totalJoules - joulesBefore;
                if (seconds < UPDATE_SECONDS) {
                    return EnergyReading.unavailable(name + ": the window was shorter than the counters' update period, "
                            + UPDATE_SECONDS + " s; measure more work in one window");
                }
                if (joules <= 0) {
                    return EnergyReading.unavailable(name + ": the counters did not move; a virtual machine may show counters that are not real");
                }
                return EnergyReading.measured(joules, name + " of the whole machine, other processes included; no GPU");
            }
        }
    }
}

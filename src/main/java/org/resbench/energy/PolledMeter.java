package org.resbench.energy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.resbench.units.Energy;

/** Adds up what counters and gauges show. One that {@link #watching} made has a daemon thread that reads all of them, from the first window
 * on, well inside the time in which a counter could go round or a gauge's power be missed, however long a window is. */
final class PolledMeter implements EnergyMeter {
    /** The timer's readings are never exactly on time. */
    private static final double ALMOST = 0.9;

    private final List<Source> sources;
    private final LongSupplier nanoTime;
    private final boolean watches;
    private final List<Channel> channels;
    private final double pollSeconds;
    private final double updateSeconds;

    private final Standstill standstill;

    private final double[] totals;
    private long lastNanos;
    private long failures;
    private String lastFailure = "";
    private Thread poller;
    private final Set<PolledWindow> open = new LinkedHashSet<>();
    private double peakJoules;
    private long peakNanos;
    private boolean peakStarted;

    /** One that reads at the edges of windows and when {@link #poll} is called.
     * @param sources at least one
     * @param nanoTime a monotonic clock */
    PolledMeter(List<Source> sources, LongSupplier nanoTime) {
        this(sources, nanoTime, false);
    }

    /** One with a thread that goes by the machine's clock. */
    static PolledMeter watching(List<Source> sources) {
        return new PolledMeter(sources, System::nanoTime, true);
    }

    private PolledMeter(List<Source> sources, LongSupplier nanoTime, boolean watches) {
        this.sources = List.copyOf(sources);
        this.nanoTime = nanoTime;
        this.watches = watches;
        channels = sources.stream().flatMap(source -> source.channels().stream()).toList();
        pollSeconds = sources.stream().mapToDouble(Source::pollSeconds).min().orElseThrow();
        updateSeconds = sources.stream().mapToDouble(Source::updateSeconds).max().orElseThrow();
        standstill = new Standstill(sources);
        totals = new double[channels.size()];
    }

    @Override public String name() {
        return sources.stream().map(Source::name).collect(Collectors.joining(" and "));
    }

    @Override public double updateSeconds() {
        return updateSeconds;
    }

    @Override public synchronized Window open() {
        if (watches && poller == null) {
            poller = new Thread(this::pollUntilInterrupted, "energy meter");
            poller.setDaemon(true);
            poller.start();
        }
        if (nobodyWaits()) {
            // However long ago the last reading was, nothing of the time in between is asked for.
            channels.forEach(Channel::forget);
            peakStarted = false;
        }
        long failuresBefore = failures;
        poll();
        PolledWindow window = new PolledWindow(totals.clone(), lastNanos, failuresBefore, look());
        open.add(window);
        return window;
    }

    @Override public synchronized void close() {
        if (poller != null) {
            poller.interrupt();
        }
    }

    /** Reads everything and adds what came since the last time. After a failure the windows open then are spoiled. */
    synchronized void poll() {
        long now = nanoTime.getAsLong();
        double[] more = new double[totals.length];
        boolean failed = false;
        for (int i = 0; i < more.length; i++) {
            try {
                more[i] = channels.get(i).advance(now);
            } catch (IOException e) {
                failed = true;
                lastFailure = e.getMessage();
            }
        }
        lastNanos = now;
        if (failed) {
            failures++;
            peakStarted = false;
            return;
        }
        Arrays.setAll(totals, i -> totals[i] + more[i]);
        standstill.read(more, now);
        notePower(now);
    }

    private void notePower(long now) {
        double joules = Arrays.stream(totals).sum();
        double seconds = (now - peakNanos) / Channel.NANOSECONDS_PER_SECOND;
        if (peakStarted && seconds < ALMOST * pollSeconds) {
            return;
        }
        if (peakStarted) {
            double watts = (joules - peakJoules) / seconds;
            open.stream().filter(window -> window.nanosBefore <= peakNanos)
                    .forEach(window -> window.peakWatts = Math.max(window.peakWatts, watts));
        }
        peakStarted = true;
        peakNanos = now;
        peakJoules = joules;
    }

    private List<Circumstance.Finding> look() {
        return sources.stream().flatMap(source -> source.circumstances().stream()).map(Circumstance::look).toList();
    }

    /** Whether no window is open, or all that are have been spoiled: a meter that hangs is not asked again for them. */
    private boolean nobodyWaits() {
        return open.stream().allMatch(PolledWindow::isSpoiled);
    }

    private void pollUntilInterrupted() {
        try {
            while (true) {
                Thread.sleep(Math.max(1, Math.round(1000 * pollSeconds)));
                synchronized (this) {
                    if (!nobodyWaits()) {
                        poll();
                    }
                }
            }
        } catch (InterruptedException e) {
            // close() asks for the end.
        }
    }

    private final class PolledWindow implements Window {
        private final double[] joulesBefore;
        private final long nanosBefore;
        private final long failuresBefore;
        private final List<Circumstance.Finding> atStart;
        private double peakWatts = Double.NEGATIVE_INFINITY;

        PolledWindow(double[] joulesBefore, long nanosBefore, long failuresBefore, List<Circumstance.Finding> atStart) {
            this.joulesBefore = joulesBefore;
            this.nanosBefore = nanosBefore;
            this.failuresBefore = failuresBefore;
            this.atStart = atStart;
        }

        @Override public EnergyReading close() {
            synchronized (PolledMeter.this) {
                EnergyReading reading = soFar();
                open.remove(this);
                return reading;
            }
        }

        @Override public EnergyReading soFar() {
            synchronized (PolledMeter.this) {
                if (isSpoiled()) {
                    return EnergyReading.unavailable(lastFailure, (nanoTime.getAsLong() - nanosBefore) / Channel.NANOSECONDS_PER_SECOND);
                }
                poll();
                double seconds = (lastNanos - nanosBefore) / Channel.NANOSECONDS_PER_SECOND;
                List<Circumstance.Finding> findings = new ArrayList<>(atStart);
                findings.addAll(look());
                findings.add(standstill.look(nanosBefore, lastNanos));
                return whyNot(seconds, findings).map(why -> EnergyReading.unavailable(why, seconds))
                        .orElseGet(() -> reading(seconds, findings));
            }
        }

        private boolean isSpoiled() {
            return failures > failuresBefore;
        }

        private double joules() {
            return IntStream.range(0, totals.length).mapToDouble(i -> totals[i] - joulesBefore[i]).sum();
        }

        private Optional<String> whyNot(double seconds, List<Circumstance.Finding> findings) {
            if (isSpoiled()) {
                return Optional.of(lastFailure);
            }
            Optional<String> spoilt = findings.stream().flatMap(finding -> finding.spoils().stream()).findFirst();
            if (spoilt.isPresent()) {
                return spoilt;
            }
            if (seconds < updateSeconds) {
                return Optional.of(name() + ": the window of " + Amount.seconds(seconds) + " was shorter than the counters' update period, "
                        + Amount.seconds(updateSeconds) + "; measure more work in one window");
            }
            return joules() > 0 ? Optional.empty()
                    : Optional.of(name() + ": the counters did not move; "
                            + "a meter may have stopped, and a virtual machine may show counters that are not real");
        }

        private EnergyReading reading(double seconds, List<Circumstance.Finding> findings) {
            String how = sources.stream().map(Source::how).collect(Collectors.joining("; "));
            Energy energy = sources.stream().anyMatch(Source::estimate) ? new Energy.Estimated(joules(), how)
                    : new Energy.Measured(joules(), how);
            List<EnergyReading.Part> parts = IntStream.range(0, totals.length)
                    .mapToObj(i -> new EnergyReading.Part(channels.get(i).name(), totals[i] - joulesBefore[i])).toList();
            Set<String> notes = findings.stream().flatMap(finding -> finding.notes().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (seconds < UPDATES_IN_A_WINDOW * updateSeconds) {
                notes.add("the window of " + Amount.seconds(seconds) + " was short for counters that change every "
                        + Amount.seconds(updateSeconds) + ": its joules may be off by " + Math.round(100 * updateSeconds / seconds) + " %");
            }
            return new EnergyReading(energy, seconds, parts, peakWatts > 0 ? Optional.of(peakWatts) : Optional.empty(), Optional.empty(),
                    List.copyOf(notes));
        }
    }
}

package org.resbench.energy;

import java.util.Optional;

/** Measures once, before the work, what the machine uses when it is idle, and adds it to every reading. */
final class BaselineMeter implements EnergyMeter {
    private final EnergyMeter meter;
    private final double seconds;
    private boolean done;
    private Optional<Double> idleWatts = Optional.empty();
    private Optional<String> unknown = Optional.empty();

    /** @param seconds to measure; zero: never */
    BaselineMeter(EnergyMeter meter, double seconds) {
        this.meter = meter;
        this.seconds = seconds;
    }

    @Override public String name() {
        return meter.name();
    }

    @Override public double updateSeconds() {
        return meter.updateSeconds();
    }

    @Override public synchronized double secondsToPrepare() {
        return done ? 0 : seconds;
    }

    @Override public synchronized void prepare() throws InterruptedException {
        if (secondsToPrepare() <= 0) {
            return;
        }
        Window window = meter.open();
        try {
            Thread.sleep(Math.round(1000 * seconds));
        } finally {
            EnergyReading idle = window.close();
            idleWatts = idle.energy().measured().map(measured -> measured.joules() / idle.seconds());
            unknown = idleWatts.isPresent() ? Optional.empty()
                    : Optional.of("idle power is not known: " + idle.energy().how()
                            + "; --idle-seconds sets how long the idle machine is measured");
            done = true;
        }
    }

    @Override public Window open() {
        Window window = meter.open();
        return new Window() {
            @Override public EnergyReading soFar() {
                return withIdle(window.soFar());
            }

            @Override public EnergyReading close() {
                return withIdle(window.close());
            }
        };
    }

    private synchronized EnergyReading withIdle(EnergyReading reading) {
        return reading.withIdle(idleWatts, unknown);
    }

    @Override public void close() {
        meter.close();
    }
}

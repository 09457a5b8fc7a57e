package org.resbench.energy;

import java.util.Optional;
import org.resbench.units.Energy;

/** Measures once, before the work, what the machine uses when it is idle, and adds it to every reading. */
final class BaselineMeter implements EnergyMeter {
    private final EnergyMeter meter;
    private final double seconds;
    private boolean done;
    private Optional<Double> idleWatts = Optional.empty();

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
            idleWatts = idle.energy() instanceof Energy.Measured measured ? Optional.of(measured.joules() / idle.seconds()) : Optional.empty();
            done = true;
        }
    }

    @Override public Window open() {
        Window window = meter.open();
        return new Window() {
            @Override public EnergyReading soFar() {
                return window.soFar().withIdle(idle());
            }

            @Override public EnergyReading close() {
                return window.close().withIdle(idle());
            }
        };
    }

    private synchronized Optional<Double> idle() {
        return idleWatts;
    }

    @Override public void close() {
        meter.close();
    }
}

package org.resbench.cli.session;

import java.util.List;
import java.util.function.BooleanSupplier;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C (SIGINT) and SIGTERM while trials are trained: the first one asks to stop, the second ends the process at once. */
public final class Interrupt implements BooleanSupplier, AutoCloseable {
    private final Runnable onFirst;
    private final Runnable onSecond;
    private final List<Signal> signals = List.of(new Signal("INT"), new Signal("TERM"));
    private List<SignalHandler> earlier = List.of();
    private volatile boolean asked;

    /** @param onFirst called from the thread of the signal @param onSecond likewise */
    public Interrupt(Runnable onFirst, Runnable onSecond) {
        this.onFirst = onFirst;
        this.onSecond = onSecond;
    }

    /** Takes over the signals until {@link #close}. */
    public Interrupt listen() {
        earlier = signals.stream().map(signal -> Signal.handle(signal, caught -> caught())).toList();
        return this;
    }

    /** Whether somebody asked to stop. */
    @Override public boolean getAsBoolean() {
        return asked;
    }

    void caught() {
        boolean again = asked;
        asked = true;
        (again ? onSecond : onFirst).run();
    }

    @Override public void close() {
        for (int i = 0; i < earlier.size(); i++) {
            Signal.handle(signals.get(i), earlier.get(i));
        }
        earlier = List.of();
    }
}

package org.resbench.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class InterruptTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Interrupt interrupt = new Interrupt(() -> heard.add("stop"), () -> heard.add("end"));

    @Test void theFirstSignalAsksToStopAndTheSecondEnds() {
        assertThat(interrupt.getAsBoolean()).isFalse();
        interrupt.caught();
        assertThat(interrupt.getAsBoolean()).isTrue();
        assertThat(heard).containsExactly("stop");
        interrupt.caught();
        assertThat(heard).containsExactly("stop", "end");
    }
}

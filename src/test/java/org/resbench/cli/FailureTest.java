package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.resbench.data.DataException;
import org.resbench.runs.RunException;

class FailureTest {
    @Test void aUsersMistakeIsSaidAsItIs() {
        assertThat(Failure.of(new UserError("depth: 21 is no depth"))).isEqualTo(new Failure("depth: 21 is no depth", 2, false));
        assertThat(Failure.of(new DataException("cifar10: not fetched"))).isEqualTo(new Failure("cifar10: not fetched", 2, false));
        assertThat(Failure.of(new RunException("runs/a: locked by 12"))).isEqualTo(new Failure("runs/a: locked by 12", 1, false));
        assertThat(Failure.of(new UserError("regression", ExitCode.REGRESSION)).exitCode()).isEqualTo(3);
    }

    @Test void theMachinesLimitsAreFoundUnderneathOtherExceptions() {
        Failure full = Failure.of(new UncheckedIOException(new IOException("No space left on device")));
        assertThat(full.exitCode()).isEqualTo(1);
        assertThat(full.bug()).isFalse();
        assertThat(full.message()).contains("the disk is full (No space left on device)", System.getProperty("java.io.tmpdir"));

        Failure limit = Failure.of(new ExceptionInInitializerError(new UncheckedIOException(new IOException("File too large"))));
        assertThat(limit.bug()).isFalse();
        assertThat(limit.message()).contains("(File too large)", "ulimit -f");

        Failure denied = Failure.of(new IllegalStateException(new AccessDeniedException("/data/x")));
        assertThat(denied.message()).startsWith("/data/x: permission denied");
        assertThat(denied.bug()).isFalse();

        assertThat(Failure.of(new OutOfMemoryError("Java heap space")).message()).contains("not enough memory").contains("RESBENCH_HEAP");
    }

    @Test void anythingElseIsCalledABugAndSaysHowToSeeMore() {
        Failure bug = Failure.of(new IllegalStateException("no such layer"));
        assertThat(bug.exitCode()).isEqualTo(1);
        assertThat(bug.bug()).isTrue();
        assertThat(bug.message()).contains("no such layer").contains("bug").contains("RESBENCH_DEBUG=1");
    }
}

package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int resbench(String... arguments) {
        return Main.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test void helpGoesToStandardOutputAndListsTheExitCodes() {
        assertThat(resbench("--help")).isZero();
        assertThat(out.toString()).contains("Usage: resbench").contains("130");
        assertThat(err.toString()).isEmpty();
    }

    @Test void anUnknownOptionIsWrongInputAndPointsToTheHelp() {
        assertThat(resbench("--no-such-option")).isEqualTo(2);
        assertThat(err.toString()).contains("--no-such-option").contains("resbench --help").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test void anUnknownCommandIsNamed() {
        assertThat(resbench("frobnicate")).isEqualTo(2);
        assertThat(err.toString()).startsWith("resbench: 'frobnicate' is not expected here\n").contains("resbench --help");
    }

    @Test void optionsThatContradictEachOtherAreNamed() {
        assertThat(resbench("run", "x.yaml", "--fail-fast", "--keep-going")).isEqualTo(2);
        assertThat(err.toString()).startsWith("resbench: --fail-fast, --keep-going are mutually exclusive");
    }

    @Test void noCommandIsWrongInput() {
        assertThat(resbench()).isEqualTo(2);
        assertThat(err.toString()).contains("no command given");
    }
}

package org.resbench.cli;

import picocli.CommandLine;

/** What a process of resbench ends with. Scripts and CI jobs rely on these numbers: they stay as they are. */
public final class ExitCode {
    /** Done, whatever the verdicts are. */
    public static final int DONE = 0;
    /** A run (or another piece of work) could not be carried out. */
    public static final int FAILED = 1;
    /** The input is wrong: usage, YAML, data. */
    public static final int WRONG_INPUT = CommandLine.ExitCode.USAGE;
    /** {@code check} only: something got worse than the baseline. */
    public static final int REGRESSION = 3;
    /** {@code check} only: inconclusive, or nothing was measured. */
    public static final int INCONCLUSIVE = 4;
    /** Stopped by Ctrl-C or SIGTERM: 128 and SIGINT's number, as shells have it. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}

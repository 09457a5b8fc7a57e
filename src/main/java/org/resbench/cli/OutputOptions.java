package org.resbench.cli;

import java.nio.file.Path;
import org.resbench.runs.RunStore;
import picocli.CommandLine.Option;

/** Options that every command takes, but for where data sets are: {@code --data} names a data set where networks are used. */
public class OutputOptions {
    /** Where runs are kept unless {@code --runs} says otherwise. */
    static final String RUNS = "runs";

    @Option(names = "--runs", paramLabel = "DIR", defaultValue = RUNS,
            description = "Where runs are kept (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of(RUNS);

    @Option(names = {"-q", "--quiet"}, description = "Print results and errors only.")
    private boolean quiet;

    @Option(names = "--json", description = "Print facts as JSON on standard output.")
    private boolean json;

    public Path runs() {
        return runs;
    }

    public RunStore runStore() {
        return new RunStore(runs);
    }

    public boolean quiet() {
        return quiet;
    }

    public boolean json() {
        return json;
    }
}

package org.resbench.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.resbench.data.DataHome;
import org.resbench.runs.RunStore;
import picocli.CommandLine.Option;

/** Options that every command takes: {@code @Mixin private CommonOptions common}. Relative paths are relative to the directory that
 * resbench was called from. */
public final class CommonOptions {
    /** Where runs are kept unless {@code --runs} says otherwise. */
    static final String RUNS = "runs";
    /** Environment variable that says where data sets are kept. */
    static final String DATA_VARIABLE = "RESBENCH_DATA";

    @Option(names = "--runs", paramLabel = "DIR", defaultValue = RUNS,
            description = "Where runs are kept (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of(RUNS);

    @Option(names = "--data", paramLabel = "DIR",
            description = "Where data sets are kept (default: $RESBENCH_DATA, else the user's cache folder).")
    private Path data;

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

    public DataHome dataHome() {
        return new DataHome(data == null ? defaultData(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home")) : data);
    }

    public boolean quiet() {
        return quiet;
    }

    public boolean json() {
        return json;
    }

    /** RESBENCH_DATA, else {@code resbench} in XDG_CACHE_HOME, in {@code ~/Library/Caches} (macOS) or in {@code ~/.cache}. */
    static Path defaultData(Map<String, String> environment, String operatingSystem, String home) {
        String asked = environment.getOrDefault(DATA_VARIABLE, "");
        if (!asked.isEmpty()) {
            return Path.of(asked);
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!cache.isEmpty()) {
            return Path.of(cache, "resbench");
        }
        boolean mac = operatingSystem.toLowerCase(Locale.ROOT).startsWith("mac");
        return (mac ? Path.of(home, "Library", "Caches") : Path.of(home, ".cache")).resolve("resbench");
    }
}

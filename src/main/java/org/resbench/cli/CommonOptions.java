package org.resbench.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.resbench.data.DataHome;
import picocli.CommandLine.Option;

/** Options that every command takes: {@code @Mixin private CommonOptions common}. Relative paths are relative to the directory that
 * resbench was called from. */
public final class CommonOptions extends OutputOptions {
    /** Environment variable that says where data sets are kept. */
    static final String DATA_VARIABLE = "RESBENCH_DATA";

    @Option(names = "--data", paramLabel = "DIR",
            description = "Where data sets are kept (default: $RESBENCH_DATA, else the user's cache folder).")
    private Path data;

    public DataHome dataHome() {
        return home(data);
    }

    /** @param asked null for the default */
    static DataHome home(Path asked) {
        return new DataHome(asked == null
                ? defaultData(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home")) : asked);
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

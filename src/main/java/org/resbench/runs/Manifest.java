package org.resbench.runs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** manifest.json: what was asked. Written before anything else.
 * @param fingerprint SHA-256 over the canonical JSON of the trial's meaning (architecture, data, recipe, seed; not cell names)
 * @param experiment that asked first; a run is shared by every experiment that asks for the same fingerprint */
public record Manifest(int schema, String fingerprint, String experiment, Scale scale, Trial trial, Instant created,
                       Provenance provenance) {
    public static final int SCHEMA = 1;

    public Manifest {
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("fingerprint: '" + fingerprint + "' is not the 64 hex digits of a SHA-256");
        }
    }

    /** What is asked for now, by this process. */
    public static Manifest of(String experiment, Scale scale, Trial trial, Provenance provenance) {
        return new Manifest(SCHEMA, RunStore.fingerprint(trial), experiment, scale, trial, Instant.now().truncatedTo(ChronoUnit.SECONDS),
                provenance);
    }

    /** What produced the numbers: each field could explain a difference. Unknown ones are empty strings.
     * @param resbenchVersion with {@code -SNAPSHOT} between releases
     * @param gitCommit of the project that this code was built from
     * @param gitDirty whether that project had changes that no commit has
     * @param jvm vendor, name and version
     * @param os name, version and architecture
     * @param processor model of the CPU, and of the GPUs that the driver lists
     * @param threads processors that this JVM may use
     * @param tensorflow version of the native library
     * @param environment variables that change TensorFlow, its libraries or the allocator, by name */
    public record Provenance(String resbenchVersion, String gitCommit, boolean gitDirty, String jvm, String os,
                             String processor, int threads, String tensorflow, String host, List<String> commandLine,
                             Map<String, String> environment) {
        public Provenance {
            commandLine = List.copyOf(commandLine);
            environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        }
    }
}

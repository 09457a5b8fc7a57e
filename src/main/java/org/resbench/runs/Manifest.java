package org.resbench.runs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** manifest.json: what was asked. Written before anything else.
 * @param fingerprint SHA-256 over the canonical JSON of the trial's meaning (architecture, data, recipe, seed; not cell names)
 * @param experiment that asked first; a run is shared by every experiment that asks for the same fingerprint */
public record Manifest(int schema, String fingerprint, String experiment, Scale scale, Trial trial, Instant created,
                       Provenance provenance) {
    public static final int SCHEMA = 1;

    /** What produced the numbers: each field could explain a difference. Unknown ones are empty strings. */
    public record Provenance(String resbenchVersion, String gitCommit, boolean gitDirty, String jvm, String os, String processor, int threads,
                             String tensorflow, String host, List<String> commandLine, Map<String, String> environment) {}
}

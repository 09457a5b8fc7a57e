package org.resbench.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.resbench.spec.Trial;

/** A folder of run folders ({@code --runs}, default {@code runs/}); any number of processes may use it at once. */
public record RunStore(Path root) {
    /** Every run in it, sorted by folder name; folders that are no runs are skipped, damaged ones are reported by {@code runs verify}. */
    public List<Run> list() {
        throw new IllegalStateException("built next");
    }

    public Optional<Run> find(Trial trial) {
        throw new IllegalStateException("built next");
    }

    /** Creates the trial's folder or reopens it to continue, and locks it.
     * @throws RunException if another process holds it (naming its pid), or the folder cannot be written (disk full, permission) */
    public OpenRun open(Manifest manifest) {
        throw new IllegalStateException("built next");
    }

    /** SHA-256 (hex) of what a trial means. */
    public static String fingerprint(Trial trial) {
        throw new IllegalStateException("built next");
    }
}

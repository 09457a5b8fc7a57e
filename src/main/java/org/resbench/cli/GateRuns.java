package org.resbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;

/** The runs that a baseline or a check is about. A damaged one is an error, not left out: it may be the one that matters. */
final class GateRuns {
    private GateRuns() {}

    /** @param folder null for that of --runs
     * @throws UserError if there is no such folder
     * @throws org.resbench.runs.RunException if a run in it is damaged */
    static List<Run> read(Path folder, CommonOptions common) {
        Path root = folder == null ? common.runs() : folder;
        if (!Files.isDirectory(root)) {
            throw new UserError(root + ": no such folder of runs; name the one that 'resbench run --runs DIR' wrote to");
        }
        return new RunStore(root).folders().stream().map(RunStore::read).toList();
    }
}

package org.resbench.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every run of a store in one row each, and the folders that cannot be read, so that none is left out unseen. */
public record RunListing(List<RunSummary> runs, List<Finding> damaged) {
    public RunListing {
        runs = List.copyOf(runs);
        damaged = List.copyOf(damaged);
    }

    public static RunListing of(RunStore store) {
        List<RunSummary> runs = new ArrayList<>();
        List<Finding> damaged = new ArrayList<>();
        for (Path folder : store.folders()) {
            try {
                runs.add(RunSummary.of(RunStore.read(folder)));
            } catch (RunException e) {
                damaged.add(new Finding(RunSummary.name(folder), true, e.getMessage()));
            }
        }
        return new RunListing(runs, damaged);
    }
}

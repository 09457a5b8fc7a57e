package org.resbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.resbench.runs.RunStore;

/** How a run is named on the command line: its folder's path, its name, or any part of the name that no other run has. */
final class RunArgument {
    private RunArgument() {}

    /** @throws UserError if no run or more than one is meant */
    static Path folder(RunStore store, String text) {
        List<Path> matches = store.matching(text);
        if (matches.isEmpty()) {
            throw new UserError(text + ": no such run in " + store.root() + "; 'resbench runs list' shows what is there");
        }
        if (matches.size() > 1) {
            throw new UserError(text + ": more than one run is named so: "
                    + String.join(", ", matches.stream().map(folder -> folder.getFileName().toString())
                            .toList()) + "; give more of the name");
        }
        return matches.get(0);
    }
}

package org.resbench.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.resbench.runs.Provenances;

/** Loads the classes of the quick commands by running them with their output thrown away. The launcher starts it once after a
 * build, for an archive from which later starts map those classes (class data sharing). */
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (List<String> line : List.of(List.of("--help"), List.of("--version"),
                List.of("network", "resnet-20"), List.of("network", "--all"), List.of("network", "resnet-20", "--json"))) {
            Main.run(line, nowhere, nowhere);
        }
        Provenances.project().map(project -> project.resolve("experiments/quickstart.yaml").toString())
                .ifPresent(file -> List.of("--quiet", "--json").forEach(form -> Main.run(List.of("plan", file, form), nowhere, nowhere)));
    }
}

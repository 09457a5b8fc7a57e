package org.resbench.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.resbench.claims.looks.Looks;
import org.resbench.claims.looks.LooksPlan;
import org.resbench.runs.Json;
import org.resbench.runs.RunStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.Scale;

/** {@code looks.json} in a report's folder: when claims are looked at, fixed before the first look, so that later reports come to the same
 * verdicts.
 * @param firstTrials fingerprints of the experiment's trials: what the plan belongs to
 * @param seedsAtLooks of each cell @param levels of the looks @param taken so far, for readers; verdicts are found from the runs */
record LooksFile(int schema, String experiment, Scale scale, List<String> firstTrials, LooksPlan plan, List<Integer> seedsAtLooks,
                 List<Double> levels, List<Looks.Look> taken) {
    static final String NAME = "looks.json";
    private static final int SCHEMA = 1;

    /** The plan that the folder's report was made by; empty if there is none, or one of other trials.
     * @throws UserError if the file cannot be read */
    static Optional<LooksPlan> plan(Path folder, Experiment experiment) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            LooksFile kept = Json.read(Files.readString(file), LooksFile.class);
            return kept.firstTrials.equals(trials(experiment)) ? Optional.of(kept.plan) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new UserError(file + ": is not what resbench run --until-decided writes (" + e.getOriginalMessage()
                    + "); bring it back, or take another folder with --out");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param experiment as its file has it, without the seeds that were added */
    static Path write(Path folder, Experiment experiment, Looks looks) {
        LooksPlan plan = looks.plan();
        LooksFile content = new LooksFile(SCHEMA, experiment.name(), experiment.scale(), trials(experiment), plan,
                Arrays.stream(plan.sizes()).boxed().toList(), Arrays.stream(plan.levels()).boxed().toList(), looks.taken());
        try {
            return Files.writeString(Files.createDirectories(folder).resolve(NAME), Json.pretty(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> trials(Experiment experiment) {
        return experiment.trials().stream().map(RunStore::fingerprint).toList();
    }
}

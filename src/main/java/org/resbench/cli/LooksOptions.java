package org.resbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.resbench.claims.looks.LooksPlan;
import org.resbench.spec.Experiment;
import org.resbench.spec.Work;
import picocli.CommandLine.Option;

/** Whether claims are judged once or at several looks: {@code @Mixin private LooksOptions looks}, the same for every command that
 * judges. */
final class LooksOptions {
    @Option(names = "--until-decided",
            description = "Judge claims at several looks that share one error rate, with more seeds each time, until all are decided.")
    private boolean untilDecided;

    @Option(names = "--max-seeds", paramLabel = "N",
            description = "The most seeds of a cell, with --until-decided (default: " + LooksPlan.MAX_SEEDS + ").")
    private Integer maxSeeds;

    boolean untilDecided() {
        return untilDecided;
    }

    /** Whether any of them was given. */
    boolean given() {
        return untilDecided || maxSeeds != null;
    }

    /** The plan that was asked for, or that the report in this folder was made by; empty for one look.
     * @throws UserError if the options do not fit each other, the experiment or the plan that is kept there */
    Optional<LooksPlan> plan(Experiment experiment, Path folder) {
        if (maxSeeds != null && !untilDecided) {
            throw new UserError("--max-seeds: " + maxSeeds + " says when --until-decided gives up; give both, or neither");
        }
        boolean trains = experiment.work() instanceof Work.Training;
        if (untilDecided && (!trains || experiment.claims().isEmpty())) {
            throw new UserError("--until-decided: " + experiment.source()
                    + (experiment.complexity().isPresent() ? " counts, which no seed changes; leave it away"
                            : trains ? " has no claims to decide; leave it away" : " measures and has no seeds; leave it away"));
        }
        if (!trains) {
            return Optional.empty();
        }
        Optional<LooksPlan> kept = LooksFile.plan(folder, experiment);
        if (maxSeeds != null && kept.isPresent() && kept.get().maxSeeds() != maxSeeds) {
            throw new UserError("--max-seeds: " + maxSeeds + ", but " + folder.resolve(LooksFile.NAME)
                    + " has looks up to " + kept.get().maxSeeds()
                    + " seeds, fixed before the first; another number after a look would spoil the error rate. Leave --max-seeds away");
        }
        return kept.isPresent() || !untilDecided ? kept : Optional.of(made(experiment));
    }

    private LooksPlan made(Experiment experiment) {
        try {
            return LooksPlan.of(experiment, maxSeeds == null ? LooksPlan.MAX_SEEDS : maxSeeds);
        } catch (IllegalArgumentException e) {
            throw new UserError("--max-seeds: " + e.getMessage());
        }
    }
}

package org.resbench.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One experiment file, resolved at one scale: bases merged, overrides applied, the matrix multiplied out.
 * @param scale the scale it was resolved at
 * @param trials matrix times seeds, cheapest axes last, in a stable order; no two alike
 * @param work whether it trains, counts or measures; only one that trains has trials
 * @param source the file that was read
 * @param overrides what was set besides the file, as {@code key.path=value} */
public record Experiment(String name, String title, PaperReference paper, Scale scale, List<Trial> trials,
                         List<Claim> claims, ReportPlan report, Work work, Path source, List<String> overrides) {
    public Experiment {
        trials = List.copyOf(trials);
        claims = List.copyOf(claims);
        overrides = List.copyOf(overrides);
    }

    /** One that trains, as the file has it. */
    public Experiment(String name, String title, PaperReference paper, Scale scale, List<Trial> trials,
                      List<Claim> claims, ReportPlan report, Path source) {
        this(name, title, paper, scale, trials, claims, report, source, List.of());
    }

    /** One that trains. */
    public Experiment(String name, String title, PaperReference paper, Scale scale, List<Trial> trials,
                      List<Claim> claims, ReportPlan report, Path source, List<String> overrides) {
        this(name, title, paper, scale, trials, claims, report, new Work.Training(), source, overrides);
    }

    /** The same with other trials in place of these, one for one. */
    public Experiment with(List<Trial> others) {
        return new Experiment(name, title, paper, scale, others, claims, report, work, source, overrides);
    }

    /** The same with other claims. */
    public Experiment withClaims(List<Claim> others) {
        return new Experiment(name, title, paper, scale, trials, others, report, work, source, overrides);
    }

    /** What is counted, in an experiment that counts. */
    public Optional<Complexity> complexity() {
        return work instanceof Complexity counted ? Optional.of(counted) : Optional.empty();
    }

    /** What is measured, in an experiment that measures. */
    public Optional<Measuring> measuring() {
        return work instanceof Measuring measured ? Optional.of(measured) : Optional.empty();
    }

    /** The overrides that change what is trained or tested. With any of them this is no longer the paper's recipe, whatever the scale. */
    public List<String> recipeChanges() {
        return overrides.stream().filter(Overrides::changesRecipe).toList();
    }
}

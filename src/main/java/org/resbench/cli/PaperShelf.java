package org.resbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.resbench.arch.Architecture;
import org.resbench.arch.CifarNetwork;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.PublishedEffects;
import org.resbench.spec.PublishedResults;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;

/** What is kept about a paper: its recipe ({@code experiments/published/PAPER-recipe.yaml}), its numbers and what single differences do
 * ({@code experiments/published/effects/*.yaml} and {@code reports/*}{@code /effects.json}).
 * @param project folder that holds experiments/ and reports/ */
record PaperShelf(Path project, String paper) {
    /** @throws UserError if there is no recipe of that paper */
    static PaperShelf find(List<Path> projects, String paper) {
        return projects.stream().map(project -> new PaperShelf(project, paper))
                .filter(shelf -> Files.isRegularFile(shelf.recipe())).findFirst()
                .orElseThrow(() -> new UserError("--against: no recipe of '" + paper + "' is known; known: "
                        + (known(projects).isEmpty() ? "none; call resbench from the project's folder" : String.join(", ", known(projects)))
                        + " (experiments/published/PAPER-recipe.yaml)"));
    }

    /** The paper's trial of a network: of the same family and depth, else the first of its family. */
    Trial trial(Architecture network) {
        List<Trial> trials = ExperimentFile.load(recipe(), Scale.PAPER, List.of(), Optional.empty()).trials();
        return trials.stream().filter(trial -> isAlike(trial.architecture(), network)).findFirst()
                .or(() -> trials.stream().filter(trial -> family(trial.architecture()).equals(family(network))).findFirst())
                .orElseThrow(() -> new UserError(network.label() + ": " + paper
                        + " has no recipe for networks of this kind here; it has one for CIFAR networks"));
    }

    boolean has(Architecture network) {
        return isAlike(trial(network).architecture(), network);
    }

    /** Its test error on CIFAR-10: the mean where it prints one. */
    Optional<Double> published(Architecture network) {
        Path file = folder().resolve(paper + ".yaml");
        return !Files.isRegularFile(file) ? Optional.empty() : PublishedResults.read(file).results().stream()
                .filter(source -> source.isOf("cifar10", "test_error_percent"))
                .flatMap(source -> source.value(trial(network).architecture().label()).stream())
                .findFirst().flatMap(value -> value.mean().or(value::value)).filter(value -> has(network));
    }

    List<PublishedEffects> effects() {
        return Stream.of(files(folder().resolve("effects"), ".yaml"),
                files(project.resolve("reports"), "effects.json")).flatMap(List::stream)
                .map(PublishedEffects::read).filter(effects -> effects.paper().equals(paper)).toList();
    }

    private Path folder() {
        return project.resolve("experiments/published");
    }

    private Path recipe() {
        return folder().resolve(paper + "-recipe.yaml");
    }

    private static List<String> known(List<Path> projects) {
        return projects.stream().flatMap(project -> files(project.resolve("experiments/published"), "-recipe.yaml").stream())
                .map(file -> file.getFileName().toString().replace("-recipe.yaml", "")).distinct().toList();
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private static boolean isAlike(Architecture one, Architecture other) {
        return one instanceof CifarNetwork a && other instanceof CifarNetwork b && a.family() == b.family() && a.depth() == b.depth();
    }

    private static String family(Architecture network) {
        return network instanceof CifarNetwork cifar ? cifar.family().name() : network.label();
    }
}

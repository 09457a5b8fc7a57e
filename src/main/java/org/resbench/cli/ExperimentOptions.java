package org.resbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.arch.Shape;
import org.resbench.data.DataException;
import org.resbench.data.DataHome;
import org.resbench.data.DataOutline;
import org.resbench.data.Images;
import org.resbench.runs.RunStore;
import org.resbench.runs.StartingWeights;
import org.resbench.spec.Defaults;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.KnownData;
import org.resbench.spec.Scale;
import picocli.CommandLine.Option;

/** How an experiment file is read, the same for every command that takes one: {@code @Mixin private ExperimentOptions how}. */
final class ExperimentOptions {
    /** Below it, a folder for each report unless {@code --out} says otherwise. */
    static final Path REPORTS = Path.of("report");

    @Option(names = "--scale", paramLabel = "SCALE", description = "paper, reduced or smoke (default: reduced).")
    private String scale;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Another value for a key, such as recipe.learning_rate=0.05.")
    private List<String> overrides = List.of();

    @Option(names = "--seeds", paramLabel = "N", split = ",", description = "These seeds instead of the file's, such as 1,2,3.")
    private List<String> seeds;

    /** @param store where runs are that were made of it
     * @throws UserError for an unknown scale or wrong seeds
     * @throws org.resbench.spec.SpecException with everything that is wrong in the file */
    Experiment load(Path file, RunStore store) {
        return StartingWeights.resolve(ExperimentFile.load(file, scale(), overrides, seeds()), store);
    }

    /** The same, held to what is known of its data sets: networks must fit images whose size the file leaves to the data
     * set, and classes that are asked for must exist.
     * @param home where data sets are */
    Experiment load(Path file, RunStore store, DataHome home) {
        KnownData known = name -> outline(home, name)
                .map(found -> new KnownData.Facts(new Shape(found.height(), found.width(), Images.CHANNELS), found.classes()));
        return StartingWeights.resolve(ExperimentFile.load(file, scale(), overrides, seeds(), known), store);
    }

    private static Optional<DataOutline> outline(DataHome home, String name) {
        try {
            return DataOutline.of(home, name);
        } catch (DataException e) {
            // Whoever needs the data says what is wrong with them; finished trials do not.
            return Optional.empty();
        }
    }

    /** Whether any of them was given. */
    boolean given() {
        return scale != null || !overrides.isEmpty() || seeds != null;
    }

    /** Where a report of it goes by default. */
    static Path reportFolder(Experiment experiment) {
        return REPORTS.resolve(experiment.name() + "-" + name(experiment.scale()));
    }

    /** As users write it. */
    static String name(Scale scale) {
        return scale.name().toLowerCase(Locale.ROOT);
    }

    private Optional<List<Long>> seeds() {
        if (seeds == null) {
            return Optional.empty();
        }
        try {
            List<Long> numbers = seeds.stream().map(String::strip).map(Long::valueOf).toList();
            if (numbers.stream().distinct().count() < numbers.size()) {
                throw new UserError("--seeds: '" + String.join(",", seeds) + "' names a seed twice; a trial is trained once");
            }
            return Optional.of(numbers);
        } catch (NumberFormatException e) {
            throw new UserError("--seeds: '" + String.join(",", seeds) + "' must be whole numbers separated by commas, such as 1,2,3");
        }
    }

    private Scale scale() {
        if (scale == null) {
            return Defaults.SCALE;
        }
        try {
            return Scale.valueOf(scale.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UserError("--scale: '" + scale + "' must be paper, reduced or smoke");
        }
    }
}

package org.resbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.resbench.spec.Experiment;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;

/** Experiment files in folders, found by the name that they give themselves: {@code name: quickstart} on a line of its own.
 * @param folders searched in this order, with all below them; those that do not exist hold nothing */
record ExperimentShelf(List<Path> folders) implements Reporting.Shelf {
    private static final Pattern NAME = Pattern.compile("(?m)^name:\\s*([\"']?)([^\"'#\\s]+)\\1\\s*(#.*)?$");

    ExperimentShelf {
        folders = List.copyOf(folders);
    }

    @Override public Optional<Experiment> find(String name, Scale scale) {
        return folders.stream().flatMap(folder -> files(folder).stream()).filter(file -> isNamed(file, name)).findFirst()
                .map(file -> ExperimentFile.load(file, scale, List.of(), Optional.empty()));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml") && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be searched for experiment files (" + e.getMessage() + ")");
        }
    }

    private static boolean isNamed(Path file, String name) {
        try {
            Matcher matcher = NAME.matcher(Files.readString(file));
            return matcher.find() && matcher.group(2).equals(name);
        } catch (IOException e) {
            // Not text, or not readable: no experiment that could be meant.
            return false;
        }
    }
}

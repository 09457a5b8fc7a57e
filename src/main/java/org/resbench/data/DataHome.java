package org.resbench.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder where data sets are kept ({@code --data}, RESBENCH_DATA, else the user's cache); thread-safe. */
public record DataHome(Path folder) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** Loads a data set; {@code synthetic} needs no files.
     * @throws DataException with what is missing or corrupt (which file, which record) and the command that mends it */
    public DataSet load(DataRequest request) {
        String name = request.name();
        Source source = name.equals(Synthetic.NAME) ? new Synthetic(request) : Stored.read(folderOf(name), name);
        int all = source.classes().size();
        if (request.classes() < 0 || request.classes() > all) {
            throw new DataException(name + ": " + request.classes() + " classes asked for, must be 1 to " + all + ", or 0 for all");
        }
        int classes = request.classes() == 0 ? all : request.classes();
        Selection whole = Selection.of(name + ": training", source.labels(true), classes);
        Selection training = request.validation() ? whole.tenth(false, classes, name + ": training without validation") : whole;
        Selection test = request.validation() ? whole.tenth(true, classes, name + ": validation")
                : Selection.of(name + ": test", source.labels(false), classes);
        List<String> names = source.classes().subList(0, classes);
        Images trainingImages = images(source, true, training.limit(request.trainingImages(), classes), request, "training");
        Images testImages = images(source, request.validation(), test.limit(request.testImages(), classes), request, "test");
        return new DataSet(name, names, trainingImages, testImages, Fingerprint.of(names, trainingImages, testImages));
    }

    private static Images images(Source source, boolean ofTraining, Selection selection, DataRequest request, String part) {
        if (selection.chosen().length == 0) {
            throw new DataException(request.name() + ": its " + part + " part has no images of the classes asked for");
        }
        return source.images(ofTraining, selection.chosen(), request.imageSize());
    }

    /** The built-in data set, then those in the folder by name, readable or not. Reads all of them. */
    public List<DataSummary> list() {
        List<DataSummary> found = new ArrayList<>(List.of(DataSummary.synthetic()));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.filter(entry -> Files.exists(entry.resolve(Stored.META)) || Files.isDirectory(entry) && !Files.isExecutable(entry))
                        .filter(entry -> NAME.matcher(entry.getFileName().toString()).matches()).sorted()
                        .forEach(entry -> found.add(DataSummary.of(entry, entry.getFileName().toString())));
            } catch (IOException e) {
                throw new DataException(folder + ": cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return found;
    }

    /** Reads a data set and holds its files to the checksums of its import; what is wrong is in {@link DataSummary#problem}. */
    public DataSummary verify(String name) {
        return name.equals(Synthetic.NAME) ? DataSummary.synthetic() : DataSummary.verified(folderOf(name), name);
    }

    /** What the classes of a data set are called, by number, without reading its images; empty if it is not here or cannot be read. */
    public List<String> classNames(String name) {
        if (name.equals(Synthetic.NAME)) {
            return Shapes.names();
        }
        if (!NAME.matcher(name).matches() || !Files.exists(folder.resolve(name).resolve(Stored.META))) {
            return List.of();
        }
        try {
            List<String> names = new ArrayList<>();
            new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(name).resolve(Stored.META))).path("classes")
                    .forEach(one -> names.add(one.asText()));
            return names;
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Where a data set of this name lies, or would.
     * @throws DataException if that is no name for a folder */
    public Path folderOf(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new DataException("'" + name
                    + "' is no name for a data set; must be letters, digits, '.', '_' and '-', first a letter or digit");
        }
        return folder.resolve(name);
    }
}

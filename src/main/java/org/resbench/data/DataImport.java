package org.resbench.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Turns class folders of images into a stored data set: all or nothing. Classes and images are in name order, so that the same images
 * give the same data set whether they lie in a folder or an archive. */
public final class DataImport {
    private final DataHome home;
    private final LongConsumer progress;

    /** @param progress is told how many images are decoded, from several threads */
    public DataImport(DataHome home, LongConsumer progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Imports {@code train/CLASS/IMAGE} and {@code test/CLASS/IMAGE} of a folder or tar.gz archive.
     * @throws DataException if the name is taken, or anything about the images is wrong; nothing is stored then */
    public DataSummary run(Path source, String name) {
        Path folder = home.folderOf(name);
        if (name.equals(Synthetic.NAME)) {
            throw new DataException("'" + name + "' is the built-in data set; choose another name");
        }
        if (Files.exists(folder)) {
            throw new DataException("data set '" + name + "': " + folder + " is there already; delete it first, or choose another name");
        }
        Map<ImageEntry, Picture> pictures = Decoding.all(source, progress);
        List<String> classes = classes(source, pictures);
        checkSizes(source, pictures);
        try {
            Files.createDirectories(home.folder());
            Path temporary = Files.createTempDirectory(home.folder(), ".importing-");
            try {
                write(temporary, classes, pictures);
                Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                for (String file : List.of(Stored.META, Stored.TRAINING, Stored.TEST)) {
                    Files.deleteIfExists(temporary.resolve(file));
                }
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new DataException("data set '" + name + "' cannot be written to " + folder + ": " + e.getMessage(), e);
        }
        return DataSummary.of(folder, name);
    }

    private static List<String> classes(Path source, Map<ImageEntry, Picture> pictures) {
        List<String> training = labels(pictures, true);
        List<String> test = labels(pictures, false);
        if (training.isEmpty() || test.isEmpty()) {
            throw new DataException(source + ": has no images in " + (training.isEmpty() ? "train" : "test")
                    + "/CLASS/; must have train/CLASS/IMAGE and test/CLASS/IMAGE");
        }
        if (training.size() > Stored.MOST_CLASSES) {
            throw new DataException(source + ": has " + training.size() + " classes; must be at most " + Stored.MOST_CLASSES);
        }
        for (String label : test) {
            if (!training.contains(label)) {
                throw new DataException(source + ": test/" + label + " is a class without training images; train has " + String.join(", ", training));
            }
        }
        return training;
    }

    private static List<String> labels(Map<ImageEntry, Picture> pictures, boolean training) {
        return pictures.keySet().stream().filter(entry -> entry.training() == training).map(ImageEntry::label).distinct().toList();
    }

    private static void checkSizes(Path source, Map<ImageEntry, Picture> pictures) {
        Map.Entry<ImageEntry, Picture> first = pictures.entrySet().iterator().next();
        pictures.forEach((entry, picture) -> {
            if (picture.height() != first.getValue().height() || picture.width() != first.getValue().width()) {
                throw new DataException(source + ": " + entry + " is " + picture.height() + "x" + picture.width() + " pixels, but " + first.getKey()
                        + " is " + first.getValue().height() + "x" + first.getValue().width() + "; all images must have one size");
            }
        });
    }

    private static void write(Path folder, List<String> classes, Map<ImageEntry, Picture> pictures) throws IOException {
        for (boolean training : new boolean[] {true, false}) {
            Path file = folder.resolve(training ? Stored.TRAINING : Stored.TEST);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                for (Map.Entry<ImageEntry, Picture> entry : pictures.entrySet()) {
                    if (entry.getKey().training() == training) {
                        out.write(classes.indexOf(entry.getKey().label()));
                        out.write(entry.getValue().planes());
                    }
                }
            }
        }
        Picture any = pictures.values().iterator().next();
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode meta = mapper.createObjectNode();
        meta.set("classes", mapper.valueToTree(classes));
        meta.put("height", any.height()).put("width", any.width());
        meta.put(DataSummary.TRAINING_SUM, Fingerprint.of(folder.resolve(Stored.TRAINING)));
        meta.put(DataSummary.TEST_SUM, Fingerprint.of(folder.resolve(Stored.TEST)));
        Files.write(folder.resolve(Stored.META), mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(meta));
    }
}

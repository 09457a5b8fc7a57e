package org.resbench.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Turns class folders of images into a stored data set: all or nothing. Classes and images are in name order, so that the same images
 * give the same data set whether they lie in a folder or an archive. */
public final class DataImport {
    private final DataHome home;
    private final Progress progress;

    public DataImport(DataHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Imports {@code train/CLASS/IMAGE} and {@code test/CLASS/IMAGE} of a folder or tar.gz archive.
     * @throws DataException if the name is taken, or anything about the images is wrong; nothing is stored then
     * @throws java.io.UncheckedIOException with a message for the user if the data set cannot be written; nothing is stored then */
    public DataSummary run(Path source, String name) {
        if (Canonical.named(name).isPresent()) {
            throw new DataException("'" + name + "' means the canonical archive: resbench data fetch " + name
                    + " [--from FILE_OR_URL]; choose another name for other images");
        }
        try (NewDataSet made = NewDataSet.begin(home, name)) {
            Map<ImageEntry, Picture> pictures = Decoding.all(source, progress);
            List<String> classes = classes(source, pictures);
            checkSizes(source, pictures);
            progress.begin("storing", 0, pictures.size(), Progress.Unit.IMAGES);
            long training = write(made, true, 0, classes, pictures);
            write(made, false, training, classes, pictures);
            Picture any = pictures.values().iterator().next();
            return made.publish(classes, any.height(), any.width(), "import of " + source.toAbsolutePath().normalize().getFileName());
        } catch (IOException e) {
            throw NewDataSet.unwritable(home, e);
        } finally {
            progress.end();
        }
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
                throw new DataException(source + ": test/" + label + " is a class without training images; train has "
                        + String.join(", ", training));
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
                throw new DataException(source + ": " + entry + " is " + picture.height() + "x" + picture.width()
                        + " pixels, but " + first.getKey()
                        + " is " + first.getValue().height() + "x" + first.getValue().width() + "; all images must have one size");
            }
        });
    }

    /** @return {@code stored} and the images of this split */
    private long write(NewDataSet made, boolean training, long stored, List<String> classes,
                       Map<ImageEntry, Picture> pictures) throws IOException {
        long done = stored;
        try (OutputStream out = made.records(training)) {
            for (Map.Entry<ImageEntry, Picture> entry : pictures.entrySet()) {
                if (entry.getKey().training() == training) {
                    out.write(classes.indexOf(entry.getKey().label()));
                    out.write(entry.getValue().planes());
                    progress.at(++done);
                }
            }
        }
        return done;
    }
}

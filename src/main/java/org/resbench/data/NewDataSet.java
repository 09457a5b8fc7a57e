package org.resbench.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A data set that is being made: written in a hidden folder beside its place, moved there whole by {@link #publish}. Closing one that was
 * not published leaves nothing; what a killed process left is written over by the next that makes a set of this name. */
public final class NewDataSet implements AutoCloseable {
    private final DataHome home;
    private final String name;
    private final Path folder;
    private final DataLock lock;

    private NewDataSet(DataHome home, String name, DataLock lock) {
        this.home = home;
        this.name = name;
        this.lock = lock;
        folder = home.folder().resolve("." + name + ".new");
    }

    /** Takes the name.
     * @throws DataException if it is no name, taken, or being made by another process
     * @throws UncheckedIOException with a message for the user if nothing can be written there */
    public static NewDataSet begin(DataHome home, String name) {
        Path place = home.folderOf(name);
        if (name.equals(Synthetic.NAME)) {
            throw new DataException("'" + name + "' is the built-in data set; choose another name");
        }
        try {
            Files.createDirectories(home.folder());
            DataLock lock = DataLock.take(home.folder().resolve("." + name + ".lock"), "data set '" + name + "'");
            NewDataSet made = new NewDataSet(home, name, lock);
            try {
                if (Files.exists(place)) {
                    throw new DataException("data set '" + name + "': " + place
                            + " is there already; delete it first, or choose another name");
                }
                made.empty();
                Files.createDirectory(made.folder);
                return made;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw unwritable(home, e);
        }
    }

    /** Where the records of a split go; to be closed before {@link #publish}. */
    public OutputStream records(boolean training) throws IOException {
        return new BufferedOutputStream(Channels.newOutputStream(FileChannel.open(file(training), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)), 1 << 16);
    }

    private Path file(boolean training) {
        return folder.resolve(training ? Stored.TRAINING : Stored.TEST);
    }

    /** Writes checksums and names, reads every record back, and moves the folder to its place.
     * @param origin where the images come from, for people
     * @throws DataException if the records are no such data set */
    public DataSummary publish(List<String> classes, int height, int width, String origin) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode meta = mapper.createObjectNode();
            meta.set("classes", mapper.valueToTree(classes));
            meta.put("height", height).put("width", width).put("origin", origin);
            for (boolean training : new boolean[] {true, false}) {
                try (FileChannel records = FileChannel.open(file(training), StandardOpenOption.WRITE)) {
                    records.force(true);
                }
                RecordSums.write(file(training), 1 + height * width * Images.CHANNELS,
                        folder.resolve(training ? Stored.TRAINING_SUMS : Stored.TEST_SUMS));
                meta.put(training ? DataSummary.TRAINING_SUM : DataSummary.TEST_SUM, Fingerprint.of(file(training)));
            }
            Files.write(folder.resolve(Stored.META), mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(meta),
                    StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            DataSummary summary = DataSummary.of(folder, name);
            if (!summary.problem().isEmpty()) {
                throw new DataException("data set '" + name + "' was not stored: "
                        + summary.problem().replace("; " + Stored.remedy(folder), ""));
            }
            Path place = home.folderOf(name);
            Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
            return summary.in(place);
        } catch (IOException e) {
            throw unwritable(home, e);
        }
    }

    /** What a user reads when the folder of data sets cannot be written. */
    public static UncheckedIOException unwritable(DataHome home, IOException e) {
        return new UncheckedIOException(home.folder() + ": data sets cannot be written there (" + Refusal.words(e)
                + "); free some space or change its permissions, or name another folder with --data", e);
    }

    private void empty() throws IOException {
        for (String file : Stored.FILES) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.deleteIfExists(folder);
    }

    @Override public void close() {
        try {
            empty();
        } catch (IOException e) {
            // What is left is hidden, and the next attempt at this name deletes it.
        } finally {
            lock.close();
        }
    }
}

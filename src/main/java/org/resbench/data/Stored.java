package org.resbench.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A data set in a folder: {@code meta.json} and one file of records for each split. A record is a label byte, then the red, the green
 * and the blue plane, row by row: the binary format of CIFAR-10.
 * @see "https://www.cs.toronto.edu/~kriz/cifar.html: Binary version" */
record Stored(Path folder, List<String> classes, Images training, Images test) implements Source {
    static final String META = "meta.json";
    static final String TRAINING = "train.bin";
    static final String TEST = "test.bin";
    /** CRC-32 of each record, four bytes each, big end first; beside the records since a change is then known by its record. */
    static final String TRAINING_SUMS = "train.crc32";
    static final String TEST_SUMS = "test.crc32";
    /** All that a data set consists of. */
    static final List<String> FILES = List.of(META, TRAINING, TEST, TRAINING_SUMS, TEST_SUMS);
    /** A label is one byte. */
    static final int MOST_CLASSES = 256;
    /** Height and width, in pixels. */
    static final int LARGEST = 4096;

    /** @throws DataException naming file and record */
    static Stored read(Path folder, String name) {
        if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
            throw unreadable(folder, "permission denied");
        }
        for (String file : List.of(META, TRAINING, TEST)) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new DataException("data set '" + name + "': " + folder.resolve(file) + " is missing; "
                        + (Files.exists(folder) ? remedy(folder) : "get the data set with: " + command(name)));
            }
        }
        Path file = folder.resolve(META);
        try {
            JsonNode meta = new ObjectMapper().readTree(Files.readAllBytes(file));
            List<String> classes = new ArrayList<>();
            meta.path("classes").forEach(label -> classes.add(label.asText()));
            int height = meta.path("height").asInt();
            int width = meta.path("width").asInt();
            if (classes.isEmpty() || classes.size() > MOST_CLASSES || height < 1 || height > LARGEST || width < 1 || width > LARGEST) {
                throw new DataException(file + ": must hold classes (1 to " + MOST_CLASSES + " names), height and width (1 to " + LARGEST
                        + "); " + remedy(folder));
            }
            return new Stored(folder, List.copyOf(classes),
                    split(folder.resolve(TRAINING), folder.resolve(TRAINING_SUMS), height, width, classes.size()),
                    split(folder.resolve(TEST), folder.resolve(TEST_SUMS), height, width, classes.size()));
        } catch (JsonProcessingException e) {
            throw new DataException(file + ": is no JSON; " + remedy(folder), e);
        } catch (IOException e) {
            throw unreadable(folder, Refusal.words(e));
        }
    }

    private static DataException unreadable(Path folder, String why) {
        return new DataException(folder + ": cannot be read (" + why + "); grant read access, or name another folder with --data");
    }

    /** How to mend a data set that is damaged. */
    static String remedy(Path folder) {
        return "delete " + folder + " and import the data set again: " + command(folder.getFileName().toString());
    }

    private static String command(String name) {
        return "resbench data " + (Canonical.named(name).isPresent() ? "fetch " + name : "import PATH --name " + name);
    }

    private static Images split(Path file, Path sumsFile, int height, int width, int classes) throws IOException {
        int plane = height * width;
        int record = 1 + plane * Images.CHANNELS;
        long bytes = Files.size(file);
        long count = bytes / record;
        String remedy = "; " + remedy(file.getParent());
        if (bytes == 0 || bytes % record != 0) {
            throw new DataException(file + ": record " + (count + 1) + " is cut short (" + bytes % record + " of "
                    + record + " bytes)" + remedy);
        }
        if (count * (record - 1) > Integer.MAX_VALUE - 8) {
            throw new DataException(file + ": " + count + " images of " + height + "x" + width
                    + " do not fit in memory; import smaller images");
        }
        RecordSums sums = RecordSums.read(sumsFile, count);
        byte[] pixels = new byte[(int) count * (record - 1)];
        int[] labels = new int[(int) count];
        byte[] buffer = new byte[record];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int i = 0; i < labels.length; i++) {
                labels[i] = in.readNBytes(buffer, 0, record) == record ? buffer[0] & 0xff : MOST_CLASSES;
                if (labels[i] >= classes) {
                    throw new DataException(file + ": record " + (i + 1) + " has label " + labels[i]
                            + ", must be 0 to " + (classes - 1) + remedy);
                }
                if (!sums.holds(i, buffer)) {
                    throw new DataException(file + ": record " + (i + 1) + " has changed since it was stored" + remedy);
                }
                interleave(buffer, plane, pixels, i * (record - 1));
            }
        }
        return new Images(height, width, pixels, labels);
    }

    private static void interleave(byte[] record, int plane, byte[] pixels, int offset) {
        for (int p = 0; p < plane; p++) {
            for (int c = 0; c < Images.CHANNELS; c++) {
                pixels[offset + p * Images.CHANNELS + c] = record[1 + c * plane + p];
            }
        }
    }

    @Override public int[] labels(boolean ofTraining) {
        return (ofTraining ? training : test).labels();
    }

    @Override public Images images(boolean ofTraining, int[] chosen, int imageSize) {
        Images all = ofTraining ? training : test;
        int height = imageSize == 0 ? all.height() : imageSize;
        int width = imageSize == 0 ? all.width() : imageSize;
        if (imageSize < 0 || height > all.height() || width > all.width()) {
            throw new DataException(folder + ": image size " + imageSize + " asked for, but its images are "
                    + all.height() + "x" + all.width() + "; must be 1 to " + Math.min(all.height(), all.width()) + ", or 0 for as stored");
        }
        return Shrinking.to(all, chosen, height, width);
    }
}

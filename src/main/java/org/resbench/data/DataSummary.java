package org.resbench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a data set holds.
 * @param folder where it lies; empty for one that is generated
 * @param problem why it cannot be used, with the fix; empty when nothing wrong was seen */
public record DataSummary(String name, String folder, List<String> classes, int height, int width, int trainingImages, int testImages,
        String problem) {
    static final String TRAINING_SUM = "train_sha256";
    static final String TEST_SUM = "test_sha256";

    public DataSummary {
        classes = List.copyOf(classes);
    }

    /** The same, in another folder. */
    DataSummary in(Path place) {
        return new DataSummary(name, place.toString(), classes, height, width, trainingImages, testImages, problem);
    }

    static DataSummary synthetic() {
        return new DataSummary(Synthetic.NAME, "", Shapes.names(), Synthetic.SIZE, Synthetic.SIZE,
                Synthetic.TRAINING_IMAGES, Synthetic.TEST_IMAGES, "");
    }

    /** Reads every record; a set that cannot be read has its problem told and no counts. */
    static DataSummary of(Path folder, String name) {
        try {
            Stored stored = Stored.read(folder, name);
            return new DataSummary(name, folder.toString(), stored.classes(), stored.training().height(), stored.training().width(),
                    stored.training().count(), stored.test().count(), "");
        } catch (DataException e) {
            return new DataSummary(name, folder.toString(), List.of(), 0, 0, 0, 0, e.getMessage());
        }
    }

    /** Like {@link #of}, and holds the files to the checksums taken when they were imported. */
    static DataSummary verified(Path folder, String name) {
        DataSummary summary = of(folder, name);
        if (!summary.problem.isEmpty()) {
            return summary;
        }
        try {
            JsonNode meta = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(Stored.META)));
            String problem = mismatch(folder.resolve(Stored.TRAINING), meta.path(TRAINING_SUM).asText());
            problem = problem.isEmpty() ? mismatch(folder.resolve(Stored.TEST), meta.path(TEST_SUM).asText()) : problem;
            return new DataSummary(name, summary.folder, summary.classes, summary.height, summary.width, summary.trainingImages,
                    summary.testImages, problem);
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static String mismatch(Path file, String expected) throws IOException {
        if (expected.isEmpty()) {
            return file + ": " + Stored.META + " has no checksum for it, so changes cannot be seen; " + Stored.remedy(file.getParent());
        }
        String found = Fingerprint.of(file);
        return found.equals(expected) ? "" : file + ": has SHA-256 " + found + ", was stored with " + expected + "; "
                + Stored.remedy(file.getParent());
    }
}

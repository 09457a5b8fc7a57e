package org.resbench.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** predictions.csv: a header {@code image,label,predicted}, then one row an image in test order, counted from 0; class indices. */
final class PredictionsFile {
    private static final String HEADER = "image,label,predicted";

    private PredictionsFile() {}

    static byte[] bytes(Run.Predictions predictions) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < predictions.labels().length; i++) {
            text.append(i).append(',').append(predictions.labels()[i]).append(',').append(predictions.predicted()[i]).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Run.Predictions read(Path file) {
        List<String> lines = RunFiles.text(file).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw damaged(file, 1, "the header must be '" + HEADER + "'");
        }
        int[] labels = new int[lines.size() - 1];
        int[] predicted = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            if (cells.length != 3 || !cells[0].equals(Integer.toString(i))) {
                throw damaged(file, i + 2, "'" + lines.get(i + 1) + "' is not '" + i + ",label,predicted'");
            }
            labels[i] = classIndex(file, i + 2, cells[1]);
            predicted[i] = classIndex(file, i + 2, cells[2]);
        }
        return new Run.Predictions(labels, predicted);
    }

    private static int classIndex(Path file, int line, String cell) {
        try {
            return Integer.parseUnsignedInt(cell);
        } catch (NumberFormatException e) {
            throw damaged(file, line, "'" + cell + "' is no class index");
        }
    }

    private static RunException damaged(Path file, int line, String why) {
        return new RunException(file + ":" + line + ": " + why + "; restore the file, or delete the folder and run the trial again");
    }
}

package org.resbench.cli.trained;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.resbench.evaluate.Evaluation;

/** Scores as CSV: {@code image} (its place in the split, from 0), {@code label} and {@code predicted} (class indices), then one column for
 * each class. Numbers are the shortest that read back as the same float. */
public final class LogitsFile {
    private LogitsFile() {}

    /** @param every which images were taken */
    public static void write(Path file, Evaluation evaluation, List<String> classes, int every) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("image,label,predicted");
            for (String name : classes) {
                out.write("," + quoted("logit_" + name));
            }
            out.write('\n');
            for (int i = 0; i < evaluation.images(); i++) {
                out.write((long) i * every + "," + evaluation.labels()[i] + "," + evaluation.predicted(i));
                for (int c = 0; c < evaluation.classes(); c++) {
                    out.write("," + evaluation.logits()[i * evaluation.classes() + c]);
                }
                out.write('\n');
            }
        }
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

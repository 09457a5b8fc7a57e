package org.resbench.evaluate;

import java.util.stream.IntStream;

/** What a network said of test images.
 * @param classes number of them
 * @param labels class index of each image
 * @param logits scores before softmax, {@code [images, classes]} */
public record Evaluation(TestProtocol protocol, int classes, int[] labels, float[] logits) {
    public Evaluation {
        if (logits.length != (long) labels.length * classes) {
            throw new IllegalArgumentException(logits.length + " scores for " + labels.length + " images of " + classes + " classes");
        }
    }

    public int images() {
        return labels.length;
    }

    /** The class of the highest score, the first of equals. NaN is never highest. */
    public int predicted(int image) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (logits[image * classes + c] > logits[image * classes + best]) {
                best = c;
            }
        }
        return best;
    }

    /** Images that were not predicted as labelled. */
    public long errors() {
        return IntStream.range(0, images()).filter(image -> predicted(image) != labels[image]).count();
    }

    public double errorPercent() {
        return 100.0 * errors() / images();
    }

    /** Mean cross-entropy in nats; NaN if a score is. */
    public double loss() {
        return IntStream.range(0, images()).mapToDouble(image -> -Softmax.logarithm(logits, image * classes, classes, labels[image]))
                .average().orElse(Double.NaN);
    }

    /** How many images of each class (row) were predicted as each class (column). */
    public int[][] confusion() {
        int[][] confusion = new int[classes][classes];
        for (int image = 0; image < images(); image++) {
            confusion[labels[image]][predicted(image)]++;
        }
        return confusion;
    }
}

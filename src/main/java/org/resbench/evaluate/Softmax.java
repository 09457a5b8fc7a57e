package org.resbench.evaluate;

/** Probabilities of scores, in double precision, safe from overflow: the highest score is taken off first. */
final class Softmax {
    private Softmax() {}

    /** Logarithm of one class's probability.
     * @param from where the scores of the image begin */
    static double logarithm(float[] logits, int from, int classes, int wanted) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            highest = Math.max(highest, logits[from + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(logits[from + c] - highest);
        }
        return logits[from + wanted] - highest - Math.log(sum);
    }
}

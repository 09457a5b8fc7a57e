package org.resbench.stats;

import java.util.Arrays;

/** The two sources of spread of an error rate when it is known which seed failed on which image: seeds and images cross, and each has its
 * own variance (two-way random effects without repeats; Searle, Casella and McCulloch 1992, Variance Components, section 4.5). All
 * standard errors are of the mean error over these seeds and images, as fractions.
 * @param error mean over seeds and images
 * @param seedError if other seeds were trained, on these images; covers what seeds do as a whole and image by image
 * @param imageError if other images were tested, with these networks
 * @param bothError if both were others; never below one of the two, which the plain estimate may be by chance */
public record CrossedSpread(double error, int seeds, int images, double seedError, double imageError, double bothError) {

    /** @param wrong {@code [seed][image]}
     * @throws IllegalArgumentException for fewer than two seeds or images, or seeds with different numbers of images */
    public static CrossedSpread of(boolean[][] wrong) {
        int seeds = wrong.length;
        int images = seeds == 0 ? 0 : wrong[0].length;
        if (seeds < 2 || images < 2 || Arrays.stream(wrong).anyMatch(row -> row.length != images)) {
            throw new IllegalArgumentException("two seeds and two images at least are needed, all seeds on the same images");
        }
        double[] bySeed = new double[seeds];
        double[] byImage = new double[images];
        for (int seed = 0; seed < seeds; seed++) {
            for (int image = 0; image < images; image++) {
                bySeed[seed] += wrong[seed][image] ? 1.0 / images : 0;
                byImage[image] += wrong[seed][image] ? 1.0 / seeds : 0;
            }
        }
        double error = Samples.mean(bySeed);
        double seedSquare = images * Samples.variance(bySeed);
        double imageSquare = seeds * Samples.variance(byImage);
        double allSquares = (double) seeds * images * error * (1 - error);
        double restSquare = Math.max(0, allSquares - seedSquare * (seeds - 1) - imageSquare * (images - 1))
                / ((seeds - 1.0) * (images - 1.0));
        double cells = (double) seeds * images;
        double bothSquare = Math.max(seedSquare + imageSquare - restSquare, Math.max(seedSquare, imageSquare));
        return new CrossedSpread(error, seeds, images, Math.sqrt(seedSquare / cells), Math.sqrt(imageSquare / cells),
                Math.sqrt(bothSquare / cells));
    }
}

package org.resbench.stats.tests;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.resbench.stats.Interval;
import org.resbench.stats.Wilson;

/** McNemar's test of two classifiers on the same images: only the images where one is right and the other wrong tell them apart
 * (McNemar 1947, doi:10.1007/BF02295996). It covers the choice of the test images for these two trained networks, not what other seeds
 * would give (Dietterich 1998, doi:10.1162/089976698300017197, section 3.1).
 * @param bothRight images
 * @param onlyFirstWrong images
 * @param onlySecondWrong images
 * @param bothWrong images */
public record McNemar(long bothRight, long onlyFirstWrong, long onlySecondWrong, long bothWrong) {
    public McNemar {
        if (bothRight < 0 || onlyFirstWrong < 0 || onlySecondWrong < 0 || bothWrong < 0
                || bothRight + onlyFirstWrong + onlySecondWrong + bothWrong < 1) {
            throw new IllegalArgumentException("counts of images must not be below zero, and not all zero: "
                    + bothRight + ", " + onlyFirstWrong + ", " + onlySecondWrong + ", " + bothWrong);
        }
    }

    /** Counts images by who was wrong on them.
     * @throws IllegalArgumentException if the two are not about the same number of images, or about none */
    public static McNemar of(boolean[] firstWrong, boolean[] secondWrong) {
        if (firstWrong.length != secondWrong.length) {
            throw new IllegalArgumentException("predictions of one test set are needed, not of " + firstWrong.length + " and "
                    + secondWrong.length + " images");
        }
        long[] counts = new long[4];
        for (int i = 0; i < firstWrong.length; i++) {
            counts[(firstWrong[i] ? 1 : 0) + (secondWrong[i] ? 2 : 0)]++;
        }
        return new McNemar(counts[0], counts[1], counts[2], counts[3]);
    }

    /** Compares predicted classes with the true ones, image by image.
     * @throws IllegalArgumentException if the three differ in length */
    public static McNemar ofPredictions(int[] labels, int[] first, int[] second) {
        return of(wrong(labels, first), wrong(labels, second));
    }

    private static boolean[] wrong(int[] labels, int[] predicted) {
        if (labels.length != predicted.length) {
            throw new IllegalArgumentException(predicted.length + " predictions do not fit " + labels.length + " labels");
        }
        boolean[] wrong = new boolean[labels.length];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = labels[i] != predicted[i];
        }
        return wrong;
    }

    public long images() {
        return bothRight + onlyFirstWrong + onlySecondWrong + bothWrong;
    }

    /** Images on which one is right and the other wrong. */
    public long discordant() {
        return onlyFirstWrong + onlySecondWrong;
    }

    /** Exact two-sided p: {@code binom.test(onlyFirstWrong, discordant)}. 1 when nothing is discordant. */
    public double exactPValue() {
        return Math.min(1, 2 * lowerTail());
    }

    /** The exact p less half the probability of what was seen: less conservative, and its level holds nearly always (Fagerland,
     * Lydersen and Laake 2013, doi:10.1186/1471-2288-13-91). */
    public double midPValue() {
        if (discordant() == 0 || onlyFirstWrong == onlySecondWrong) {
            return discordant() == 0 ? 1 : 1 - binomial().probability((int) onlyFirstWrong) / 2;
        }
        return Math.min(1, 2 * lowerTail() - binomial().probability((int) Math.min(onlyFirstWrong, onlySecondWrong)));
    }

    /** Chi-squared with Edwards' continuity correction, one degree of freedom: {@code max(0, |b - c| - 1)^2 / (b + c)}, as in R's
     * {@code mcnemar.test}; 0 when nothing is discordant. */
    public double chiSquared() {
        double beyond = Math.max(0, Math.abs(onlyFirstWrong - onlySecondWrong) - 1.0);
        return discordant() == 0 ? 0 : beyond * beyond / discordant();
    }

    /** p of {@link #chiSquared}; for large counts. */
    public double chiSquaredPValue() {
        return chiSquared() == 0 ? 1 : 1 - new ChiSquaredDistribution(null, 1).cumulativeProbability(chiSquared());
    }

    /** First error rate minus the second, as fractions, with Newcombe's interval from two Wilson intervals and the correlation of the
     * errors (Newcombe 1998, method 10, doi:10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C). */
    public Interval difference(double level) {
        Interval first = Wilson.interval(bothWrong + onlyFirstWrong, images(), level);
        Interval second = Wilson.interval(bothWrong + onlySecondWrong, images(), level);
        double phi = correlation();
        double difference = (double) (onlyFirstWrong - onlySecondWrong) / images();
        double down = reach(first.estimate() - first.lower(), second.upper() - second.estimate(), phi);
        double up = reach(first.upper() - first.estimate(), second.estimate() - second.lower(), phi);
        return new Interval(difference, difference - down, difference + up, level, "Newcombe, paired");
    }

    private static double reach(double own, double other, double phi) {
        return Math.sqrt(Math.max(0, own * own - 2 * phi * own * other + other * other));
    }

    /** Of being wrong, with Newcombe's continuity correction when positive. */
    private double correlation() {
        double wrongFirst = bothWrong + onlyFirstWrong;
        double wrongSecond = bothWrong + onlySecondWrong;
        double scale = Math.sqrt(wrongFirst * (images() - wrongFirst) * wrongSecond * (images() - wrongSecond));
        double product = (double) bothWrong * bothRight - (double) onlyFirstWrong * onlySecondWrong;
        return scale == 0 ? 0 : (product > 0 ? Math.max(0, product - images() / 2.0) : product) / scale;
    }

    private double lowerTail() {
        return discordant() == 0 ? 1 : binomial().cumulativeProbability((int) Math.min(onlyFirstWrong, onlySecondWrong));
    }

    private BinomialDistribution binomial() {
        return new BinomialDistribution(null, Math.toIntExact(discordant()), 0.5);
    }
}

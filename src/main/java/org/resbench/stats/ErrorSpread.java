package org.resbench.stats;

import java.util.Optional;

/** The two sources of spread of an error rate, kept apart: other seeds on the same test images, and other test images for the same
 * networks. More seeds shrink the first only. The images are the same for all seeds, so what they contribute is shared by all runs and
 * does not average out.
 * @param errorPercent mean over seeds
 * @param images in the test set
 * @param betweenSeeds standard deviation of the seeds' errors on this test set, in points; empty for one seed
 * @param testSet standard deviation, in points, of one network's error over test sets of this size:
 *     {@code 100 sqrt(p (1 - p) / images)}. For the mean over seeds it is an upper bound: reached if all seeds fail on the same images
 * @see "Bouthillier et al. 2021, Accounting for Variance in Machine Learning Benchmarks, section 2 (arXiv:2103.03098)" */
public record ErrorSpread(double errorPercent, int seeds, long images, Optional<Double> betweenSeeds, double testSet) {

    /** @param errorsPercent one for each seed, 0 to 100, all on the same images
     * @throws IllegalArgumentException for an error outside of 0 to 100, NaN, no error, or no images */
    public static ErrorSpread of(double[] errorsPercent, long images) {
        double[] errors = Samples.requireFinite("errors", errorsPercent);
        for (double error : errors) {
            if (error < 0 || error > 100) {
                throw new IllegalArgumentException("errors: " + error + " is no percentage between 0 and 100");
            }
        }
        if (images < 1) {
            throw new IllegalArgumentException("a test set of " + images + " images; at least 1");
        }
        double mean = Samples.mean(errors);
        Optional<Double> between = errors.length < 2 ? Optional.empty() : Optional.of(Math.sqrt(Samples.variance(errors)));
        return new ErrorSpread(mean, errors.length, images, between, Math.sqrt(Math.max(0, mean * (100 - mean)) / images));
    }

    /** Standard error of the mean over seeds, on these test images, in points; empty for one seed. */
    public Optional<Double> seedError() {
        return betweenSeeds.map(spread -> spread / Math.sqrt(seeds));
    }
}

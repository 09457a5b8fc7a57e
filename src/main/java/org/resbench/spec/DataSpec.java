package org.resbench.spec;

/** Which images a trial trains and is tested on.
 * @param name data set: {@code synthetic}, {@code cifar10}, {@code cifar100} or an imported name
 * @param split {@code TRAIN_TEST} (50k/10k) or {@code TRAIN_VALIDATION} (45k/5k, the test split untouched)
 * @param imageSize side in pixels that images are shrunk to (or generated at), 0 for the data set's own
 * @param classes the first so many classes, 0 for all
 * @param trainingImages so many training images, taken evenly over the classes, 0 for all
 * @param testImages likewise for the test split
 * @param normalisation what is subtracted from (and divided out of) the pixels
 * @param augmentation pad, crop and flip while training */
public record DataSpec(String name, Split split, int imageSize, int classes, int trainingImages, int testImages,
                       Normalisation normalisation, AugmentationSpec augmentation) {
    public enum Split { TRAIN_TEST, TRAIN_VALIDATION }

    /** Of pixels in [0,1]. {@code PIXEL_MEAN}: the mean image of the training split is subtracted (the paper's); {@code CHANNEL}: channel
     * mean and standard deviation; {@code SCALE}: they stay so;
     * {@code SOURCE}: as the network was trained that the trial starts from. */
    public enum Normalisation { PIXEL_MEAN, CHANNEL, SCALE, SOURCE }

    /** Pad by so many pixels, crop at random, flip with probability one half. The paper's is (4, true). */
    public record AugmentationSpec(int pad, boolean flip) {}
}

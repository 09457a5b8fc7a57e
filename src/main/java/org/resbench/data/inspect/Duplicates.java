package org.resbench.data.inspect;

import java.util.List;

/** How many pairs of images are alike. Three equal images are three pairs.
 * @param acrossPairs of a training and a test image
 * @param testImagesInTraining test images that are in at least one of these
 * @param otherClassPairs pairs of two classes, in whatever part
 * @param examples at most {@value #EXAMPLES}, those across the parts first, then the most alike */
public record Duplicates(long trainingPairs, long testPairs, long acrossPairs, int testImagesInTraining, long otherClassPairs,
        List<Example> examples) {
    static final int EXAMPLES = 20;

    public Duplicates {
        examples = List.copyOf(examples);
    }

    public long pairs() {
        return trainingPairs + testPairs + acrossPairs;
    }

    /** An image.
     * @param split {@code training} or {@code test}
     * @param image number within the part, from 0, in the order of the records
     * @param label class index */
    public record Place(String split, int image, int label) {}

    /** @param differingBits of 64, 0 for equal images
     * @param correlation of the pixels, 1 for equal images */
    public record Example(Place one, Place other, int differingBits, double correlation) {}
}

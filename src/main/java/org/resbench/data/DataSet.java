package org.resbench.data;

import java.util.List;

/** A data set in memory, as one trial sees it: already split, shrunk and cut down as asked.
 * @param name as in experiment files
 * @param classes label order
 * @param training images to train on
 * @param test images to test on (the validation part when that split was asked for)
 * @param fingerprint {@code sha256:...} over the name-independent content of what is in memory: sizes, classes, labels and pixels of both
 *     splits; numbers from different fingerprints are never compared */
public record DataSet(String name, List<String> classes, Images training, Images test, String fingerprint) {
    public DataSet {
        classes = List.copyOf(classes);
    }
}

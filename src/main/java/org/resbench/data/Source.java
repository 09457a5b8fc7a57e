package org.resbench.data;

import java.util.List;

/** Where images come from; both splits whole, before anything is left out. */
interface Source {
    /** Names in label order. */
    List<String> classes();

    /** Class index of each image of the training part (true) or the test part. */
    int[] labels(boolean training);

    /** The chosen images of a split, in the order of {@code chosen}.
     * @param imageSize height and width wanted; 0 means as stored */
    Images images(boolean training, int[] chosen, int imageSize);
}

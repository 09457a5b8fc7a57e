package org.resbench.data;

/** Which part of a data set to load; zeros mean all, as stored.
 * @param validation true for the 45k/5k protocol: the last tenth of each class's training images becomes the test part */
public record DataRequest(String name, boolean validation, int imageSize, int classes, int trainingImages, int testImages) {
    public static DataRequest whole(String name) {
        return new DataRequest(name, false, 0, 0, 0, 0);
    }
}

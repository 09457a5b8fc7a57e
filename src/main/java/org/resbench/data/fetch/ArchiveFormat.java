package org.resbench.data.fetch;

import java.util.List;
import org.resbench.data.Canonical;

/** What the files of a binary CIFAR archive are called and hold: records of one or two label bytes, then the red, green and blue plane of
 * 32x32 pixels, row by row.
 * @see "https://www.cs.toronto.edu/~kriz/cifar.html: Binary version" */
enum ArchiveFormat {
    CIFAR10(List.of("data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"), "test_batch.bin",
            "batches.meta.txt", 1),
    /** First the coarse label (20 classes), then the fine one (100 classes), which is used. */
    CIFAR100(List.of("train.bin"), "test.bin", "fine_label_names.txt", 2);

    static final int SIDE = 32;
    static final int PIXEL_BYTES = SIDE * SIDE * 3;

    private final List<String> trainingFiles;
    private final String testFile;
    private final String namesFile;
    private final int labelBytes;

    ArchiveFormat(List<String> trainingFiles, String testFile, String namesFile, int labelBytes) {
        this.trainingFiles = trainingFiles;
        this.testFile = testFile;
        this.namesFile = namesFile;
        this.labelBytes = labelBytes;
    }

    static ArchiveFormat of(Canonical set) {
        return switch (set) {
            case CIFAR10 -> CIFAR10;
            case CIFAR100 -> CIFAR100;
        };
    }

    /** Files of records, in the order of the images. */
    List<String> files(boolean training) {
        return training ? trainingFiles : List.of(testFile);
    }

    /** Class names, one a line, in label order. */
    String namesFile() {
        return namesFile;
    }

    /** The last of them is the label that counts. */
    int labelBytes() {
        return labelBytes;
    }

    int recordBytes() {
        return labelBytes + PIXEL_BYTES;
    }
}

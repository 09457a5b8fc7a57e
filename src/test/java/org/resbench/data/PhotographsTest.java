package org.resbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.data.inspect.Inspection;

/** What others say of CIFAR-10 holds for the data set that comes of the real photographs. */
class PhotographsTest {
    /** Pairs of CIFAR-10's test images that people judged to be near duplicates, by class * 1000 + number within the class. Rows 1, 2, 4, 5
     * and 10 of https://github.com/cvjena/cifair/blob/master/meta/duplicates_cifar10_test.csv: 2801 and 5976, 3033 and 6086, 3723 and 4766,
     * 3045 and 4259, 8081 and 9550; its numbers became these with the test labels in their original order
     * (https://github.com/cleanlab/label-errors, original_test_labels/cifar10_test_set_original_labels.npy). */
    private static final int[] JUDGED_ALIKE = {5269, 5595, 1293, 1598, 1363, 1472, 5296, 5415, 6794, 6961};

    @TempDir Path work;

    /** Records: SHA-256 of what another program made of the archive (javax.imageio; label, red, green, blue).
     * Means: what the field normalises CIFAR-10 with, such as https://github.com/kuangliu/pytorch-cifar, main.py: 0.4914, 0.4822, 0.4465.
     * No equal images in both parts: https://github.com/cvjena/cifair/blob/master/meta/duplicates_cifar10.csv has no pair judged 0
     * (exact). */
    @Test void photographsBecomeWhatOthersSawInThem() throws IOException {
        Path archive = Photographs.archive("the import and inspection of 60,000 photographs");
        DataHome home = new DataHome(work.resolve("home"));
        DataSummary summary = new DataImport(home, Progress.NONE).run(archive, "cifar10-jpeg");
        assertThat(summary.classes()).containsExactly("airplane", "automobile", "bird", "cat", "deer", "dog",
                "frog", "horse", "ship", "truck");
        assertThat(Fingerprint.of(work.resolve("home/cifar10-jpeg/test.bin")))
                .isEqualTo("cf28711b3059b27ed8a78d6529b5ba5b5c94130096ca62a1a924268a9a9ec05b");
        assertThat(Fingerprint.of(work.resolve("home/cifar10-jpeg/train.bin")))
                .isEqualTo("fb1ee981abf5e8bf78f49a6f1bf84dcc9e5860c134f8a3900dafce77e7caac60");

        DataSet set = home.load(DataRequest.whole("cifar10-jpeg"));
        Inspection found = Inspection.of(set, Progress.NONE);
        assertThat(found.training().imagesPerClass()).isEqualTo(Collections.nCopies(10, 5000));
        assertThat(found.test().imagesPerClass()).isEqualTo(Collections.nCopies(10, 1000));
        List<Double> means = List.of(0.4914, 0.4822, 0.4465);
        IntStream.range(0, 3).forEach(c -> assertThat(found.training().channelMeans().get(c)).isCloseTo(means.get(c), within(0.001)));
        assertThat(found.exactDuplicates().acrossPairs()).isZero();
        judged(set);
    }

    private static void judged(DataSet set) {
        Images few = Shrinking.to(set.test(), JUDGED_ALIKE, 32, 32);
        Images none = Shrinking.to(set.training(), new int[] {0}, 32, 32);
        Inspection found = Inspection.of(new DataSet("judged", set.classes(), none, few, ""), Progress.NONE);
        assertThat(found.nearDuplicates().examples()).extracting(pair -> pair.one().image() + "-" + pair.other().image())
                .containsExactlyInAnyOrder("0-1", "2-3", "4-5", "6-7", "8-9");
    }
}

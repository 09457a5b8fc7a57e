package org.resbench.data.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resbench.data.DataSet;
import org.resbench.data.Images;
import org.resbench.data.Progress;

class InspectionTest {
    private static final int SIDE = 32;

    private static byte[] noise(int seed) {
        byte[] pixels = new byte[SIDE * SIDE * 3];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }

    /** Not a copy: brighter, flatter, and with a little noise of its own. */
    private static byte[] alike(byte[] image, int seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[image.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (60 + (image[i] & 0xff) / 2 + random.nextInt(20));
        }
        return pixels;
    }

    private static Images images(int[] labels, byte[]... all) {
        byte[] pixels = new byte[all.length * SIDE * SIDE * 3];
        IntStream.range(0, all.length).forEach(i -> System.arraycopy(all[i], 0, pixels, i * all[i].length, all[i].length));
        return new Images(SIDE, SIDE, pixels, labels);
    }

    private static Inspection inspect(Images training, Images test) {
        return Inspection.of(new DataSet("set", List.of("cat", "dog"), training, test, "sha256:0"), Progress.NONE);
    }

    @Test void equalImagesAreCountedByPairsWithinAndAcrossTheParts() {
        byte[] a = noise(1);
        Inspection found = inspect(images(new int[] {0, 1, 0, 1}, a, noise(2), a, a), images(new int[] {0, 0, 1}, noise(3), a, noise(2)));
        Duplicates exact = found.exactDuplicates();
        assertThat(exact.trainingPairs()).isEqualTo(3);
        assertThat(exact.testPairs()).isZero();
        assertThat(exact.acrossPairs()).isEqualTo(3 + 1);
        assertThat(exact.testImagesInTraining()).isEqualTo(2);
        assertThat(exact.otherClassPairs()).as("the one dog with two cats in training and one in test").isEqualTo(3);
        assertThat(found.nearDuplicates().pairs()).isZero();
    }

    @Test void aBrighterNoisierCopyIsANearDuplicate() {
        byte[] a = noise(1);
        Inspection found = inspect(images(new int[] {0, 1}, a, noise(2)), images(new int[] {0, 1}, noise(3), alike(a, 4)));
        assertThat(found.exactDuplicates().pairs()).isZero();
        assertThat(found.nearDuplicates().pairs()).isEqualTo(1);
        assertThat(found.nearDuplicates().testImagesInTraining()).isEqualTo(1);
        assertThat(found.nearDuplicates().otherClassPairs()).isEqualTo(1);
        Duplicates.Example pair = found.nearDuplicates().examples().get(0);
        assertThat(pair.one()).isEqualTo(new Duplicates.Place("training", 0, 0));
        assertThat(pair.other()).isEqualTo(new Duplicates.Place("test", 1, 1));
        assertThat(pair.differingBits()).isBetween(0, NearDuplicates.MOST_BITS);
        assertThat(pair.correlation()).isBetween(NearDuplicates.LEAST_CORRELATION, 0.9999);
    }

    /** n images that are all alike make n (n - 1) / 2 pairs. */
    @Test void everyPairIsComparedOnce() {
        byte[] a = noise(1);
        for (int n = 1; n <= 8; n++) {
            byte[][] all = IntStream.range(0, n).mapToObj(i -> alike(a, i)).toArray(byte[][]::new);
            Inspection found = inspect(images(new int[n], all), images(new int[1], noise(9)));
            assertThat(found.nearDuplicates().trainingPairs()).as(n + " images").isEqualTo(n * (n - 1) / 2);
        }
    }

    @Test void imagesOfOneColourAreNotAlikeUnlessEqual() {
        byte[] black = new byte[SIDE * SIDE * 3];
        byte[] grey = black.clone();
        Arrays.fill(grey, (byte) 100);
        Inspection found = inspect(images(new int[] {0, 0}, black, grey), images(new int[] {0}, black));
        assertThat(found.nearDuplicates().pairs()).isZero();
        assertThat(found.exactDuplicates().pairs()).isEqualTo(1);
    }

    /** 12 rows of 16: red (7x + 13y + xy), green (31x + 5yy), blue (3xx + 11y), each modulo 256. */
    private static Images formula() {
        byte[] pixels = new byte[12 * 16 * 3];
        for (int i = 0; i < 12 * 16; i++) {
            int x = i % 16;
            int y = i / 16;
            pixels[3 * i] = (byte) (7 * x + 13 * y + x * y);
            pixels[3 * i + 1] = (byte) (31 * x + 5 * y * y);
            pixels[3 * i + 2] = (byte) (3 * x * x + 11 * y);
        }
        return new Images(12, 16, pixels, new int[1]);
    }

    /** SciPy 1.17.1: {@code c = dctn(rgb @ [0.299, 0.587, 0.114])[1:9, 1:9].ravel();
     * hex(sum(1 << i for i in range(64) if c[i] > numpy.median(c)))}. */
    @Test void theHashIsTheOneThatSciPyComputes() {
        assertThat(new PerceptualHash(12, 16).of(formula(), 0)).isEqualTo(0x27ba72c5c58dda88L);
    }

    /** NumPy 2.4.6: {@code rgb.mean((0, 1)) / 255, rgb.std((0, 1)) / 255}. */
    @Test void meansAndDeviationsAreTheOnesThatNumPyComputes() {
        SplitFacts facts = SplitFacts.of(formula(), 1);
        double[] means = {0.46503268, 0.49934641, 0.45882353};
        double[] deviations = {0.26257168, 0.2879365, 0.27374778};
        for (int c = 0; c < 3; c++) {
            assertThat(facts.channelMeans().get(c)).isCloseTo(means[c], within(1e-8));
            assertThat(facts.channelStandardDeviations().get(c)).isCloseTo(deviations[c], within(1e-8));
        }
    }

    /** NumPy 2.4.6 of the image and of the same upside down: {@code numpy.corrcoef((rgb - rgb.mean((0, 1))).ravel(), ...)}. */
    @Test void theCorrelationIsTheOneThatNumPyComputes() {
        byte[] flipped = new byte[12 * 16 * 3];
        for (int y = 0; y < 12; y++) {
            System.arraycopy(formula().pixels(), y * 48, flipped, (11 - y) * 48, 48);
        }
        Pool pool = new Pool(formula(), new Images(12, 16, flipped, new int[1]));
        assertThat(pool.correlation(0, 1)).isCloseTo(-0.06368212292265403, within(1e-12));
    }

    @Test void imbalanceIsLargestOverSmallestClass() {
        SplitFacts facts = SplitFacts.of(images(new int[] {0, 1, 1, 1}, noise(1), noise(2), noise(3), noise(4)), 2);
        assertThat(facts.imagesPerClass()).containsExactly(1, 3);
        assertThat(facts.imbalance()).isEqualTo(3);
        assertThat(SplitFacts.of(images(new int[] {0}, noise(1)), 2).imbalance()).isInfinite();
    }

    @Test void theSheetShowsEveryClassInARowOfItsOwn() {
        byte[] red = new byte[SIDE * SIDE * 3];
        byte[] blue = red.clone();
        for (int i = 0; i < red.length; i += 3) {
            red[i] = (byte) 0xff;
            blue[i + 2] = (byte) 0xff;
        }
        DataSet set = new DataSet("set", List.of("cat", "dog"), images(new int[] {1, 0}, blue, red), images(new int[] {1}, blue), "");
        BufferedImage sheet = new ContactSheet(new Font(Font.DIALOG, Font.PLAIN, 12)).draw(set);
        int[] colours = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
        assertThat(IntStream.of(colours).filter(colour -> colour == 0xffff0000).count()).as("one red image").isEqualTo(64 * 64);
        assertThat(IntStream.of(colours).filter(colour -> colour == 0xff0000ff).count()).as("two blue images").isEqualTo(2 * 64 * 64);
        int firstRed = IntStream.range(0, colours.length).filter(i -> colours[i] == 0xffff0000).findFirst().orElseThrow();
        int firstBlue = IntStream.range(0, colours.length).filter(i -> colours[i] == 0xff0000ff).findFirst().orElseThrow();
        assertThat(firstRed).as("cats above dogs").isLessThan(firstBlue);
    }
}

package org.resbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PreparedBatchesTest {
    /** Ten images of 4x4, each of one colour: 10 times its label. */
    private static Images images() {
        byte[] pixels = new byte[10 * 48];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 48 * 10 + 10);
        }
        return new Images(4, 4, pixels, IntStream.range(0, 10).toArray());
    }

    private static final Normalisation SCALE = Normaliser.fit(Normaliser.Kind.SCALE, images());

    private static List<String> take(int count, long from, int threads, Augmentation augmentation) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        try (Batches batches = new PreparedBatches(images(), SCALE, augmentation, 4, 7, from, threads)) {
            for (int i = 0; i < count; i++) {
                Batch batch = batches.next();
                taken.add(batch.iteration() + " " + batch.epoch() + java.util.Arrays.toString(batch.labels())
                        + java.util.Arrays.hashCode(batch.pixels()));
                batches.recycle(batch);
            }
        }
        return taken;
    }

    @Test void batchesDependNeitherOnThreadsNorOnWhereARunStarted() throws InterruptedException {
        List<String> one = take(40, 1, 1, Augmentation.PAPER);
        assertThat(take(40, 1, 3, Augmentation.PAPER)).isEqualTo(one);
        assertThat(take(20, 21, 2, Augmentation.PAPER)).isEqualTo(one.subList(20, 40));
    }

    @Test void eachEpochHasEveryImageOnceInAnotherOrderAndBatchesRunAcrossItsEnd() throws InterruptedException {
        List<Integer> labels = new ArrayList<>();
        List<Integer> epochs = new ArrayList<>();
        try (Batches batches = new PreparedBatches(images(), SCALE, Augmentation.NONE, 4, 7, 1, 2)) {
            for (int i = 0; i < 5; i++) {
                Batch batch = batches.next();
                assertThat(batch.size()).isEqualTo(4);
                epochs.add(batch.epoch());
                for (int k = 0; k < 4; k++) {
                    labels.add(batch.labels()[k]);
                    assertThat(batch.pixels()[k * 48]).isEqualTo((batch.labels()[k] * 10 + 10) / 255f);
                }
            }
        }
        assertThat(labels.subList(0, 10)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(labels.subList(10, 20)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).isNotEqualTo(labels.subList(0, 10));
        assertThat(epochs).containsExactly(0, 0, 0, 1, 1);
    }

    @Test void augmentationShiftsMirrorsAndPadsWithZeros() throws InterruptedException {
        byte[] pixels = new byte[27];
        for (int p = 0; p < 9; p++) {
            pixels[p * 3] = (byte) (p + 1);
        }
        Images digits = new Images(3, 3, pixels, new int[] {0});
        List<String> seen = new ArrayList<>();
        try (Batches batches = new PreparedBatches(digits, Normaliser.fit(Normaliser.Kind.SCALE, digits),
                new Augmentation(1, true), 400, 1, 1, 1)) {
            float[] out = batches.next().pixels();
            for (int i = 0; i < 400; i++) {
                StringBuilder image = new StringBuilder();
                for (int p = 0; p < 9; p++) {
                    image.append(Math.round(out[i * 27 + p * 3] * 255));
                }
                seen.add(image.toString());
            }
        }
        assertThat(seen).contains("123456789", "321654987", "000012045", "000210540", "560890000").allMatch(image -> image.length() == 9);
        assertThat(seen.stream().distinct()).hasSize(18);
    }

    @Test void aWorkersErrorReachesTheTrainer() {
        Normalisation tooShort = new Normalisation(new float[3], new float[3]);
        try (Batches batches = new PreparedBatches(images(), tooShort, Augmentation.NONE, 4, 7, 1, 2)) {
            assertThatThrownBy(batches::next).isInstanceOf(IllegalStateException.class).hasCauseInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test void closeEndsTheThreads() {
        new PreparedBatches(images(), SCALE, Augmentation.NONE, 4, 7, 1, 3).close();
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().startsWith("batches-"));
    }

    @Test void normalisedTrainingImagesHaveTheMomentsAsked() {
        DataSet data = new DataHome(java.nio.file.Path.of("none")).load(new DataRequest("synthetic", false, 8, 0, 500, 10));
        for (Normaliser.Kind kind : Normaliser.Kind.values()) {
            float[] out = new float[500 * 192];
            Normaliser.fit(kind, data.training()).apply(data.training(), 0, 500, out);
            double mean = IntStream.range(0, out.length).mapToDouble(i -> out[i]).average().orElseThrow();
            double square = IntStream.range(0, out.length).mapToDouble(i -> out[i] * out[i]).average().orElseThrow();
            double first = IntStream.range(0, 500).mapToDouble(i -> out[i * 192]).average().orElseThrow();
            switch (kind) {
                case PIXEL_MEAN -> assertThat(first).isCloseTo(0, Offset.offset(1e-5));
                case CHANNEL -> assertThat(List.of(mean, square)).satisfiesExactly(
                        m -> assertThat(m).isCloseTo(0, Offset.offset(1e-4)), s -> assertThat(s).isCloseTo(1, Offset.offset(1e-3)));
                case SCALE -> assertThat(out[5]).isEqualTo((data.training().pixels()[5] & 0xff) / 255f);
            }
        }
    }
}

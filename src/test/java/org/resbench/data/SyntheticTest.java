package org.resbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticTest {
    private static final DataHome NOWHERE = new DataHome(Path.of("no", "such", "folder"));

    private static DataSet load(boolean validation, int size, int classes, int training, int test) {
        return NOWHERE.load(new DataRequest("synthetic", validation, size, classes, training, test));
    }

    @Test void theSameRequestGivesTheSameBytesAndAnotherOneDoesNot() {
        DataSet one = load(false, 16, 0, 200, 50);
        DataSet two = load(false, 16, 0, 200, 50);
        assertThat(one.training().pixels()).isEqualTo(two.training().pixels());
        assertThat(one.fingerprint()).isEqualTo(two.fingerprint()).matches("sha256:[0-9a-f]{64}");
        assertThat(load(false, 16, 0, 200, 60).fingerprint()).isNotEqualTo(one.fingerprint());
        assertThat(load(false, 20, 0, 200, 50).fingerprint()).isNotEqualTo(one.fingerprint());
    }

    @Test void wholeHasTenThousandAndTwoThousandImagesEvenOverTenClasses() {
        DataSet whole = NOWHERE.load(DataRequest.whole("synthetic"));
        assertThat(whole.classes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(whole.training().height()).isEqualTo(32);
        assertThat(counts(whole.training(), 10)).containsOnly(1000).hasSize(10);
        assertThat(counts(whole.test(), 10)).containsOnly(200).hasSize(10);
        assertThat(Arrays.copyOf(whole.training().pixels(), 3072)).isNotEqualTo(Arrays.copyOf(whole.test().pixels(), 3072));
    }

    @Test void validationIsTheLastTenthOfEachClassOfTheTrainingPart() {
        DataSet whole = load(false, 8, 0, 0, 10);
        DataSet split = load(true, 8, 0, 0, 0);
        assertThat(counts(split.training(), 10)).containsOnly(900);
        assertThat(counts(split.test(), 10)).containsOnly(100);
        byte[] joined = Arrays.copyOf(split.training().pixels(), whole.training().pixels().length);
        System.arraycopy(split.test().pixels(), 0, joined, split.training().pixels().length, split.test().pixels().length);
        assertThat(joined).isEqualTo(whole.training().pixels());
    }

    @Test void fewerClassesAndImagesAreAPartOfMore() {
        DataSet few = load(false, 16, 3, 30, 9);
        assertThat(few.classes()).hasSize(3);
        assertThat(counts(few.training(), 3)).containsOnly(10);
        DataSet all = load(false, 16, 0, 100, 10);
        int length = 16 * 16 * 3;
        assertThat(Arrays.copyOfRange(few.training().pixels(), 3 * length, 4 * length))
                .isEqualTo(Arrays.copyOfRange(all.training().pixels(), 10 * length, 11 * length));
    }

    /** Area of a figure in units of its disc's, by geometry. */
    @Test void figuresHaveTheAreasOfTheirGeometry() {
        assertThat(area(Shapes.DISC)).isCloseTo(Math.PI * 0.81, org.assertj.core.data.Offset.offset(0.01));
        assertThat(area(Shapes.SQUARE)).isCloseTo(1.96, org.assertj.core.data.Offset.offset(0.01));
        assertThat(area(Shapes.TRIANGLE)).isCloseTo(3 * Math.sqrt(3) * 0.48 * 0.48, org.assertj.core.data.Offset.offset(0.01));
        assertThat(area(Shapes.STAR)).isCloseTo(5 * 0.38 * Math.sin(Math.PI / 5), org.assertj.core.data.Offset.offset(0.01));
        assertThat(area(Shapes.SPIRAL)).isCloseTo(Math.PI / 2, org.assertj.core.data.Offset.offset(0.1));
    }

    @Test void impossibleRequestsSayWhatIsAllowed() {
        assertThatThrownBy(() -> load(false, 0, 11, 0, 0)).isInstanceOf(DataException.class).hasMessageContaining("11 classes")
                .hasMessageContaining("1 to 10");
        assertThatThrownBy(() -> load(false, 4, 0, 0, 0)).isInstanceOf(DataException.class).hasMessageContaining("at least 8");
        assertThatThrownBy(() -> load(true, 0, 0, 0, 5000)).isInstanceOf(DataException.class).hasMessageContaining("1 to 1000");
    }

    private static double area(Shapes shape) {
        int steps = 1000;
        long hits = IntStream.range(0, steps * steps)
                .filter(i -> shape.contains((i % steps + 0.5) * 2 / steps - 1, (i / steps + 0.5) * 2 / steps - 1)).count();
        return 4.0 * hits / (steps * steps);
    }

    private static int[] counts(Images images, int classes) {
        int[] counts = new int[classes];
        Arrays.stream(images.labels()).forEach(label -> counts[label]++);
        return counts;
    }
}

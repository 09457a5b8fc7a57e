package org.resbench.report.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Rectangle AREA = new Rectangle(0, 0, 600, 320);

    /** Sixteen names, most of them in one corner: tighter than any comparison here. */
    @RepeatedTest(20) void namesNeitherOverlapNorLeaveTheArea(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        List<Labels.Circle> circles = IntStream.range(0, 16)
                .mapToObj(i -> new Labels.Circle(Math.max(20, Math.min(580, 300 + 110 * random.nextGaussian())),
                        Math.max(20, Math.min(300, 160 + 40 * random.nextGaussian())),
                        3 + 19 * random.nextDouble(), 40 + 50 * random.nextDouble(), 10)).toList();
        Rectangle2D key = new Rectangle(500, 0, 100, 60);
        List<Rectangle2D> names = Labels.place(circles, AREA, List.of(key));
        for (int i = 0; i < names.size(); i++) {
            assertThat(AREA.contains(names.get(i))).isTrue();
            assertThat(names.get(i).intersects(key)).isFalse();
            for (int j = 0; j < i; j++) {
                assertThat(names.get(i).intersects(names.get(j))).as(i + " on " + j).isFalse();
            }
        }
    }

    @Test void aLonelyCircleHasItsNameRightBesideIt() {
        Rectangle2D name = Labels.place(List.of(new Labels.Circle(100, 100, 10, 40, 10)), AREA, List.of()).get(0);
        assertThat(name.getX()).isBetween(110.0, 116.0);
        assertThat(name.getCenterY()).isBetween(99.0, 101.0);
    }

    @Test void aNameWiderThanTheAreaIsStillThere() {
        assertThat(Labels.place(List.of(new Labels.Circle(100, 100, 10, 4000, 10)), AREA, List.of())).hasSize(1);
    }
}

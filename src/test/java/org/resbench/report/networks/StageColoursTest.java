package org.resbench.report.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resbench.arch.Catalogue;
import org.resbench.report.charts.Drawings;

class StageColoursTest {
    /** IEC 61966-2-1 (sRGB): relative luminance, 0 to 1. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** CIE 1976 L*. */
    private static double lightness(Color colour) {
        return 116 * Math.cbrt(luminance(colour)) - 16;
    }

    @Test void eachStageIsDarkerThanTheOneBeforeByFiveOfLightness() {
        for (int i = 1; i < StageColours.FILLS.size(); i++) {
            assertThat(lightness(StageColours.FILLS.get(i))).isLessThan(lightness(StageColours.FILLS.get(i - 1)) - 5);
        }
    }

    /** WCAG 2.1, 1.4.3: (lighter + 0.05) / (darker + 0.05), 4.5 at least. */
    @Test void blackTextCanBeReadOnAllOfThem() {
        assertThat(StageColours.FILLS).allSatisfy(fill -> assertThat((luminance(fill) + 0.05) / 0.05).isGreaterThan(4.5));
    }

    /** Simonyan and Zisserman 2014, section 2.1: five max pools, so maps of 224, 112, 56, 28, 14 and 7. */
    @Test void allSizesOfVggsMapsAreTold() {
        String svg = Drawings.svg(new NetworkPicture(Catalogue.find("vgg-16").standardNetwork(), false));
        assertThat(StageColours.FILLS).hasSize(6).doesNotHaveDuplicates().doesNotContain(StageColours.VECTOR);
        assertThat(List.of(224, 112, 56, 28, 14, 7)).allSatisfy(side -> assertThat(svg).contains("output size: " + side + "<"));
        assertThat(StageColours.FILLS).allSatisfy(fill -> assertThat(fills(svg)).contains(fill));
    }

    private static List<Color> fills(String svg) {
        return java.util.regex.Pattern.compile("fill[:=]\"?\\s*(?:#([0-9a-fA-F]{6})|rgb\\((\\d+),\\s*(\\d+),\\s*(\\d+)\\))")
                .matcher(svg).results().map(match -> match.group(1) != null ? new Color(Integer.parseInt(match.group(1), 16))
                        : new Color(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)),
                                Integer.parseInt(match.group(4)))).distinct().toList();
    }
}

package org.resbench.report.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Panel;
import org.w3c.dom.Document;

class DrawingsTest {
    /** Okabe and Ito 2008, "Color Universal Design": the eight colours, as R's palette.colors(palette = "Okabe-Ito") prints them. */
    private static final Set<String> OKABE_ITO = Set.of("#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00",
            "#CC79A7");

    @Test
    void coloursAreOkabeAndItos() {
        Set<String> used = IntStream.range(0, 7).mapToObj(i -> Palette.colour(new Ink(i, Ink.Stroke.SOLID, Ink.Weight.BOLD,
                Ink.Marker.CIRCLE)))
                .map(c -> String.format(Locale.ROOT, "#%06X", c.getRGB() & 0xFFFFFF)).collect(Collectors.toSet());
        assertThat(used).hasSize(7).isSubsetOf(OKABE_ITO);
    }

    /** Lightness L* (CIE 1976) of neighbours in a legend differs by more than 6, which a printer's greys keep apart. */
    @Test
    void neighboursDifferInGrey() {
        for (int i = 0; i < 6; i++) {
            double one = lightness(Palette.colour(new Ink(i, Ink.Stroke.SOLID, Ink.Weight.BOLD, Ink.Marker.CIRCLE)));
            double next = lightness(Palette.colour(new Ink(i + 1, Ink.Stroke.SOLID, Ink.Weight.BOLD, Ink.Marker.CIRCLE)));
            assertThat(Math.abs(one - next)).as("hues %d and %d", i, i + 1).isGreaterThan(6);
        }
    }

    private static double lightness(Color c) {
        double y = 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    private static double linear(int channel) {
        double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    @Test
    void pngHas300DotsPerInchOn170Millimetres() throws Exception {
        byte[] png = Drawings.png(NoSystemFontsTest.figure());
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThanOrEqualTo((int) (170 / 25.4 * 300));
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertThat(ByteBuffer.wrap(png, at + 4, 4).getInt() * 0.0254).isBetween(300.0, 310.0);
    }

    @Test
    void svgKeepsTextAsTextAndCurvesAsOnePath() throws Exception {
        String svg = Drawings.svg(NoSystemFontsTest.figure());
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        String texts = IntStream.range(0, document.getElementsByTagName("text").getLength())
                .mapToObj(i -> document.getElementsByTagName("text").item(i).getTextContent()).collect(Collectors.joining("|"));
        assertThat(texts).contains("Title").contains("curve").contains("0.8");
        assertThat(svg).contains("stroke-dasharray");
    }

    /** Two panels beside each other, 680 wide in all: the first title ends before the second one begins. */
    @Test
    void aLongTitleEndsBeforeTheNextPanel() throws Exception {
        String title = "resnet warm_up={learning_rate=0.01,until_training_error_percent=80,give_up_after=30}";
        Panel one = new Panel(title, Axis.linear("x", 0, 10), Axis.linear("y", 0, 1), List.of());
        Panel two = new Panel("short", Axis.linear("x", 0, 10), Axis.linear("y", 0, 1), List.of());
        String svg = Drawings.svg(new Figure("example", "Example", "An example.", 2, 200, List.of(one, two), List.of()));
        assertThat(svg).contains(">short<", "resnet warm_up={learning_rate=").contains("…<").doesNotContain(title);
    }

    @Test
    void ticksAreRoundNumbersInsideTheAxis() {
        assertThat(new Scale(Axis.linear("", 0, 31), 0, 100).ticks()).extracting(Axis.Tick::label).containsExactly("0", "10", "20", "30");
        assertThat(new Scale(Axis.linear("", -0.3, 0.3), 0, 100).ticks()).extracting(Axis.Tick::label)
                .containsExactly("−0.3", "−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3");
        assertThat(new Scale(new Axis("", Axis.Kind.LOGARITHMIC, 0.5, 2000, java.util.List.of()), 0, 100).ticks())
                .extracting(Axis.Tick::label)
                .containsExactly("1", "10", "100", "1000");
    }

    @Test
    void logarithmicScaleGivesEachDecadeTheSameLength() {
        Scale scale = new Scale(new Axis("", Axis.Kind.LOGARITHMIC, 1, 1000, java.util.List.of()), 10, 300);
        assertThat(scale.at(1)).isEqualTo(10);
        assertThat(scale.at(10)).isCloseTo(110, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(scale.at(1000)).isCloseTo(310, org.assertj.core.data.Offset.offset(1e-9));
    }
}

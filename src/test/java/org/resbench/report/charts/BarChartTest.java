package org.resbench.report.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarChartTest {
    /** XChart leaves out labels that it takes for too many. */
    @ParameterizedTest @ValueSource(ints = {1, 2, 5, 13, 30}) void everyBarHasItsLabel(int count) {
        List<BarChart.Bar> bars = IntStream.range(0, count).mapToObj(i -> new BarChart.Bar("MMMMMM " + i, 10)).toList();
        BarChart labelled = new BarChart("id", "title", "unit", bars);
        int bands = bands(image(labelled));
        assertThat(bands).isEqualTo(count);
    }

    private static BufferedImage image(BarChart chart) {
        BufferedImage image = new BufferedImage(chart.size().width, chart.size().height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        chart.paint(g);
        g.dispose();
        return image;
    }

    /** Runs of rows with dark pixels where labels stand: the first sixty columns. */
    private static int bands(BufferedImage image) {
        int bands = 0;
        boolean within = false;
        for (int y = 0; y < image.getHeight(); y++) {
            int row = y;
            boolean dark = IntStream.range(0, 60).anyMatch(x -> (image.getRGB(x, row) & 0xFF) < 100);
            bands += dark && !within ? 1 : 0;
            within = dark;
        }
        return bands;
    }
}

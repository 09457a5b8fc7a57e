package org.resbench.report.charts;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.style.HorizontalBarStyler;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Ink.Marker;
import org.resbench.report.model.Ink.Stroke;
import org.resbench.report.model.Ink.Weight;

/** Bars from the left, one below the other; numbers belong into their labels.
 * @param id file name and beginning of ids in SVG
 * @param unit title of the axis, such as {@code milliseconds}
 * @param bars from top to bottom, at least one
 * @throws IllegalArgumentException if there is no bar, or one is negative or not finite */
public record BarChart(String id, String title, String unit, List<Bar> bars) implements Picture {
    /** A label and how long. */
    public record Bar(String label, double value) {
        public Bar {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("the bar '" + label + "' cannot be " + value + " long");
            }
        }
    }

    private static final int WIDTH = 680;
    private static final int ROW = 26;
    private static final int AROUND = 96;
    private static final double TEXT = 11;
    private static final Ink INK = new Ink(Ink.BLUE, Stroke.SOLID, Weight.NORMAL, Marker.NONE);

    public BarChart {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("a chart needs bars");
        }
    }

    @Override public Dimension size() {
        return new Dimension(WIDTH, AROUND + ROW * bars.size());
    }

    @Override public void paint(Graphics2D g) {
        HorizontalBarChart chart = new HorizontalBarChartBuilder().width(WIDTH).height(size().height).title(title).xAxisTitle(unit).build();
        style(chart.getStyler());
        chart.addSeries(unit, bars.stream().map(Bar::value).toList(), bars.stream().map(Bar::label).toList())
                .setFillColor(Palette.colour(INK));
        chart.paint(g, WIDTH, size().height);
    }

    private void style(HorizontalBarStyler styler) {
        styler.setLegendVisible(false).setLocale(Locale.ROOT).setDecimalPattern("#,##0.#").setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false).setChartTitleBoxVisible(false).setChartTitleFont(Fonts.bold(TEXT + 1))
                .setChartFontColor(Palette.BLACK);
        styler.setAxisTickLabelsFont(Fonts.regular(TEXT)).setAxisTitleFont(Fonts.regular(TEXT)).setPlotGridHorizontalLinesVisible(false)
                .setPlotGridLinesColor(Palette.RULE).setXAxisMin(0.0);
        // XChart leaves labels of bars out by the horizontal axis's settings; it takes no 1.
        styler.setAvailableSpaceFill(0.7).setXAxisMaxLabelCount(Math.max(2, bars.size()));
    }
}

package org.resbench.report.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Band;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Panel;

/** Paints the curves of a panel into a rectangle that is exactly the plot area. XChart plots the markers; a curve's line is drawn as
 * one path below them, because XChart 4.0.3 draws every segment by itself, which restarts the dashes at each point and makes SVG files
 * fifty times as large. */
final class CurvePainter {
    static final int MARKER_SIZE = 6;
    private static final Color TRANSPARENT = new Color(255, 255, 255, 0);

    private CurvePainter() {}

    /** @param x maps the panel's x axis onto the area @param y likewise */
    static void paint(Graphics2D g, Panel panel, Rectangle area, Scale x, Scale y) {
        Shape clip = g.getClip();
        g.clip(area);
        panel.bands().forEach(b -> band(g, b, x, y));
        panel.curves().stream().filter(c -> c.ink().stroke() != Ink.Stroke.NONE).forEach(c -> line(g, c, x, y));
        g.setClip(clip);
        XYChart chart = new XYChartBuilder().width(area.width).height(area.height).build();
        bare(chart.getStyler());
        range(chart.getStyler(), panel);
        panel.curves().stream().filter(c -> c.ink().marker() != Ink.Marker.NONE).forEach(c -> markers(chart, c));
        if (!chart.getSeriesCollection().isEmpty()) {
            Graphics2D inner = (Graphics2D) g.create(area.x, area.y, area.width, area.height);
            chart.paint(inner, area.width, area.height);
            inner.dispose();
        }
    }

    private static void band(Graphics2D g, Band band, Scale x, Scale y) {
        Path2D path = new Path2D.Double();
        int last = band.x().size() - 1;
        path.moveTo(x.at(band.x().get(0)), y.at(band.upper().get(0)));
        IntStream.rangeClosed(1, last).forEach(i -> path.lineTo(x.at(band.x().get(i)), y.at(band.upper().get(i))));
        IntStream.rangeClosed(0, last).map(i -> last - i).forEach(i -> path.lineTo(x.at(band.x().get(i)), y.at(band.lower().get(i))));
        path.closePath();
        g.setColor(Palette.fill(band.ink()));
        g.fill(path);
    }

    private static void line(Graphics2D g, Curve curve, Scale x, Scale y) {
        Path2D path = new Path2D.Double();
        boolean started = false;
        for (int i = 0; i < curve.x().size(); i++) {
            double value = curve.y().get(i);
            if (Double.isNaN(value)) {
                started = false;
            } else if (started) {
                path.lineTo(x.at(curve.x().get(i)), y.at(value));
            } else {
                path.moveTo(x.at(curve.x().get(i)), y.at(value));
                started = true;
            }
        }
        g.setColor(Palette.colour(curve.ink()));
        g.setStroke(Palette.stroke(curve.ink()));
        g.draw(path);
    }

    private static void bare(XYStyler styler) {
        styler.setLegendVisible(false).setChartTitleVisible(false).setChartPadding(0).setPlotContentSize(1)
                .setPlotBorderVisible(false).setChartBackgroundColor(TRANSPARENT).setPlotBackgroundColor(TRANSPARENT)
                .setMarkerSize(MARKER_SIZE).setBaseFont(Fonts.regular(10)).setAntiAlias(true);
        styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false).setPlotMargin(0)
                .setPlotTicksMarksVisible(false);
    }

    private static void range(XYStyler styler, Panel panel) {
        styler.setXAxisLogarithmic(panel.x().kind() == Axis.Kind.LOGARITHMIC).setXAxisMin(panel.x().minimum())
                .setXAxisMax(panel.x().maximum());
        styler.setYAxisLogarithmic(panel.y().kind() == Axis.Kind.LOGARITHMIC).setYAxisMin(panel.y().minimum())
                .setYAxisMax(panel.y().maximum());
    }

    private static void markers(XYChart chart, Curve curve) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = curve.x().size() - 1; i >= 0; i -= curve.markers()) {
            if (!curve.y().get(i).isNaN()) {
                x.add(curve.x().get(i));
                y.add(curve.y().get(i));
            }
        }
        if (!x.isEmpty()) {
            XYSeries series = chart.addSeries(curve.name(), array(x), array(y));
            series.setLineStyle(SeriesLines.NONE);
            series.setMarker(Markers.of(curve.ink().marker())).setMarkerColor(Palette.colour(curve.ink()));
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

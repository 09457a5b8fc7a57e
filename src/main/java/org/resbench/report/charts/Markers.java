package org.resbench.report.charts;

import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.resbench.report.model.Ink;

/** XChart's markers by ours. */
final class Markers {
    private Markers() {}

    static Marker of(Ink.Marker marker) {
        return switch (marker) {
            case NONE -> SeriesMarkers.NONE;
            case CIRCLE -> SeriesMarkers.CIRCLE;
            case SQUARE -> SeriesMarkers.SQUARE;
            case TRIANGLE -> SeriesMarkers.TRIANGLE_UP;
            case DIAMOND -> SeriesMarkers.DIAMOND;
            case CROSS -> SeriesMarkers.CROSS;
            case TRIANGLE_DOWN -> SeriesMarkers.TRIANGLE_DOWN;
        };
    }
}

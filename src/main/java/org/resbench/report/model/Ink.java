package org.resbench.report.model;

/** How a curve is drawn, so that it is told apart by more than colour.
 * @param hue index into the palette, taken modulo its size; {@link #BLACK} for black
 * @param stroke of the line
 * @param weight how thick; {@code FAINT} is thin and pale, for single seeds behind their mean
 * @param marker at the points */
public record Ink(int hue, Stroke stroke, Weight weight, Marker marker) {
    public static final int BLACK = -1;
    public static final int BLUE = 0;
    public static final int ORANGE = 1;
    public static final int GREEN = 4;
    public static final int SKY = 5;
    public static final int VERMILLION = 2;
    public static final int PURPLE = 6;

    public enum Stroke { SOLID, DASHED, DOTTED, DASH_DOTTED, NONE }

    /** {@code BAR}: a pale line as wide as a bar, for bar charts. */
    public enum Weight { BOLD, NORMAL, THIN, FAINT, BAR }

    public enum Marker { NONE, CIRCLE, SQUARE, TRIANGLE, DIAMOND, CROSS, TRIANGLE_DOWN }

    public Ink {
        if (hue < BLACK) {
            throw new IllegalArgumentException("hue must be an index or BLACK, not " + hue);
        }
    }

    /** The marker that goes with the n-th curve of a panel; {@code NONE} is never among them. */
    public static Marker markerOf(int index) {
        Marker[] all = Marker.values();
        return all[1 + Math.floorMod(index, all.length - 1)];
    }

    public Ink with(Stroke other) {
        return new Ink(hue, other, weight, marker);
    }

    public Ink with(Weight other) {
        return new Ink(hue, stroke, other, marker);
    }

    public Ink with(Marker other) {
        return new Ink(hue, stroke, weight, other);
    }
}

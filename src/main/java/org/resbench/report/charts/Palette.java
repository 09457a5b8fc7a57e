package org.resbench.report.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.resbench.report.model.Ink;

/** Colours and strokes of curves.
 * @see "Okabe and Ito 2008, Color Universal Design: colours that red-green colour-blind readers tell apart; their yellow is left out,
 * too pale on white" */
public final class Palette {
    public static final Color BLACK = new Color(0x1A1A1A);
    public static final Color GREY = new Color(0x6B6B6B);
    public static final Color RULE = new Color(0xDDDDDD);

    /** Neighbours differ in lightness by more than six (L*, CIE 1976), for greyscale print. The order is that of Ink's constants. */
    private static final List<Color> HUES = List.of(new Color(0x0072B2), new Color(0xE69F00), new Color(0xD55E00),
            new Color(0x000000), new Color(0x009E73), new Color(0x56B4E9), new Color(0xCC79A7));

    private static final float BOLD = 2.2f;
    private static final float NORMAL = 1.3f;
    private static final float THIN = 0.7f;
    private static final float BAR = 8;
    private static final double PALENESS = 0.55;
    /** Opacity of a band, of 255: bands that overlap both stay visible. */
    private static final int BAND_ALPHA = 46;
    /** A full share in a heat map; lighter ones are mixed with white. */
    private static final Color SHADE = new Color(0x0072B2);

    private Palette() {}

    static Color colour(Ink ink) {
        Color full = ink.hue() == Ink.BLACK ? BLACK : HUES.get(ink.hue() % HUES.size());
        return ink.weight() == Ink.Weight.FAINT || ink.weight() == Ink.Weight.BAR ? paler(full, PALENESS) : full;
    }

    /** The fill of a band beside curves of this ink. */
    static Color fill(Ink ink) {
        Color full = colour(ink);
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), BAND_ALPHA);
    }

    /** White at 0 percent, the full shade at 100; small shares are lifted by a square root, or they could not be told from none. */
    static Color shade(double percent) {
        return paler(SHADE, 1 - Math.sqrt(Math.max(0, Math.min(100, percent)) / 100));
    }

    /** Black on light shades, white on dark ones. */
    static Color on(double percent) {
        return percent > 40 ? Color.WHITE : BLACK;
    }

    /** Mixed with white rather than made transparent, so that overlapping lines look alike in SVG, PDF and PNG. */
    private static Color paler(Color colour, double paleness) {
        return new Color(mix(colour.getRed(), paleness), mix(colour.getGreen(), paleness), mix(colour.getBlue(), paleness));
    }

    private static int mix(int channel, double paleness) {
        return (int) Math.round(channel + (255 - channel) * paleness);
    }

    /** The stroke of an ink; for {@code NONE} a solid one, which callers do not draw. */
    static BasicStroke stroke(Ink ink) {
        float width = switch (ink.weight()) {
            case BOLD -> BOLD;
            case NORMAL -> NORMAL;
            case THIN, FAINT -> THIN;
            case BAR -> BAR;
        };
        float[] dashes = switch (ink.stroke()) {
            case SOLID, NONE -> null;
            case DASHED -> new float[] {5, 3};
            case DOTTED -> new float[] {1.5f, 2.5f};
            case DASH_DOTTED -> new float[] {7, 2.5f, 1.5f, 2.5f};
        };
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }
}

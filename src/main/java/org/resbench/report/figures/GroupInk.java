package org.resbench.report.figures;

import org.resbench.report.model.Ink;

/** The ink of the n-th group of networks: colour, stroke and marker all differ. */
final class GroupInk {
    private static final Ink.Stroke[] STROKES = {Ink.Stroke.DASHED, Ink.Stroke.SOLID, Ink.Stroke.DASH_DOTTED, Ink.Stroke.DOTTED};
    /** The first two are farthest apart, for plain and residual. */
    private static final int[] HUES = {Ink.VERMILLION, Ink.BLUE, Ink.GREEN, Ink.ORANGE, Ink.SKY, Ink.PURPLE, Ink.BLACK};

    private GroupInk() {}

    static Ink of(int index) {
        return new Ink(HUES[index % HUES.length], STROKES[index % STROKES.length], Ink.Weight.BOLD, Ink.markerOf(index + 1));
    }
}

package org.resbench.report.networks;

/** A piece with its place in the layout: so far to the left and to the right of the axis that the main way runs down, so high. */
interface Tile {
    double left();

    double right();

    double height();

    /** From its top to the middle of its first box. */
    double firstMiddle();

    /** Paints itself with its way in at the top of the axis and its way out at the bottom. */
    void paint(Pen pen, double axis, double top);

    /** Whether an arrow from above ends at its top; otherwise a line goes on inside. */
    default boolean takesArrow() {
        return false;
    }

    /** From above to this tile's top. */
    default void lead(Pen pen, double axis, double from, double top) {
        if (takesArrow()) {
            pen.arrowDown(axis, from, top);
        } else {
            pen.line(axis, from, axis, top);
        }
    }
}

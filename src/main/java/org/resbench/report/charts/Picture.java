package org.resbench.report.charts;

import java.awt.Dimension;
import java.awt.Graphics2D;

/** Something to be drawn. The same picture gives the same bytes. */
public interface Picture {
    /** File name and beginning of ids in SVG. */
    String id();

    /** In units of 170 mm over 680. */
    Dimension size();

    /** Paints itself on white paper with its top left corner at the origin. */
    void paint(Graphics2D g);
}

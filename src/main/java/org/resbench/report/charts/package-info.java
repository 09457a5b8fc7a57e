/** Paints figures onto a Graphics2D: PNG and SVG. XChart draws the curves; axes, ticks and legends are drawn around it as text. */
package org.resbench.report.charts;

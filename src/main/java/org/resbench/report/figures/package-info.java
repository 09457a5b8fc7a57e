/** Figures of a report as data: which curves, over which axes, under which caption. Means come from the stats room. */
package org.resbench.report.figures;

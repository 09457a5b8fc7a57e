/** Trials with their runs, by cell of the experiment's matrix: what figures and tables are made from. */
package org.resbench.report.cells;

/** Tables of a report as data: what each cell says to people and to programs. */
package org.resbench.report.tables;

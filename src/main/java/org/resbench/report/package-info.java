/** Runs and verdicts to tables, figures, HTML and PDF. */
package org.resbench.report;

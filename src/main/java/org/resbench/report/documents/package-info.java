/** Writes a report as HTML, PDF, CSV, LaTeX, Markdown and JSON. Nothing here computes. */
package org.resbench.report.documents;

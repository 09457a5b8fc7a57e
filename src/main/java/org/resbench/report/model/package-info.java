/** A report as data: plain immutable records that renderers read. Nothing here computes or draws. */
package org.resbench.report.model;

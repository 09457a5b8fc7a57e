/** Corrections for several tests that are made together. */
package org.resbench.stats.multiplicity;

/** Pure statistics on {@code double[]}. Nothing here knows of runs or claims; whatever draws random numbers takes the generator
 * as an argument. Samples must not be empty and must be finite: {@link org.resbench.stats.Samples} says which value is not.
 * Distributions come from Apache Commons Math 3.6.1; expected values in the tests come from R. */
package org.resbench.stats;

/** Pure statistics on {@code double[]}. Nothing here knows of runs or claims; whatever draws random numbers takes the generator
 * as an argument. Samples must not be empty and must be finite: {@link org.resbench.stats.Samples} says which value is not.
 * Distributions come from Apache Commons Math 3.6.1; expected values in the tests come from R.
 *
 * <p>This package describes: summaries, estimates, intervals. {@code tests} asks whether groups differ, {@code effects} by how much,
 * {@code power} what could have been seen, {@code multiplicity} corrects for several tests, and {@code comparisons} puts all of that
 * together for pairs of groups. They import this package, and never the other way round. */
package org.resbench.stats;

/** Everything that is said of a pair of groups, for all pairs of some groups. */
package org.resbench.stats.comparisons;

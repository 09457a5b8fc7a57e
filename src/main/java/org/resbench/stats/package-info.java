/** Pure statistics on double[]. */
package org.resbench.stats;

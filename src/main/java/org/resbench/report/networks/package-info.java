/** Draws networks in the manner of He et al. 2015, figure 3: boxes from top to bottom, shortcuts beside them. */
package org.resbench.report.networks;

/** The training loop. */
package org.resbench.train;

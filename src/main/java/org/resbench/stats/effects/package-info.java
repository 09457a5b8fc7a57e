/** Sizes of effects that have no unit, with intervals. */
package org.resbench.stats.effects;

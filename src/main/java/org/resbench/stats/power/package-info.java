/** The chance that a t test sees an effect, the smallest effect it can see, and the number of values it needs. */
package org.resbench.stats.power;

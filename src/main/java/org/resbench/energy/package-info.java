/** Meters and measuring windows. */
package org.resbench.energy;

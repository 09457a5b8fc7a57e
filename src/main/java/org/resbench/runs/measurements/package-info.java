/** What was measured of single networks, as folders below {@code measurements/} of the run store. */
package org.resbench.runs.measurements;

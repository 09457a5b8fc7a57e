package org.resbench.claims;

import org.resbench.stats.Interval;

/** How strict a rule has to be.
 * @param tail rejection probability of one side at which power is told and seeds are planned, shared with the experiment's other claims
 * @param level of the intervals; of one look among several it is 1 less the look's share of the error rate, so that the intervals of all
 *     looks
 *     hold together as often as one at the full rate would (repeated confidence intervals: Jennison and
 *     Turnbull 1989, J. R. Statist. Soc. B 51, 305-361) */
record Strictness(double tail, double level) {
    /** Of one claim among so many. @param alpha the rate that wrong verdicts may have at this look */
    static Strictness of(double alpha, int claims) {
        return new Strictness(alpha / claims / 2, 1 - alpha);
    }

    /** Of a single claim at a single look. */
    static Strictness usual() {
        return of(1 - Interval.LEVEL, 1);
    }
}

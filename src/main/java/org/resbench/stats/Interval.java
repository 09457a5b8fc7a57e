package org.resbench.stats;

/** A confidence interval.
 * @param level such as 0.95
 * @param method such as {@code Welch t} */
public record Interval(double estimate, double lower, double upper, double level, String method) {}

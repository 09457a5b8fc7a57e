package org.resbench.profile;

/** What the machine reaches at most in the process of the measurement.
 * @param productFlops floating-point operations a second of a large float32 matrix product, two for each multiply-add
 * @param copyBytes bytes a second that copying a large array reads and writes */
public record Limits(double productFlops, double copyBytes) {}

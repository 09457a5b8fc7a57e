package org.resbench.arch;

/** Plain networks stack layers; residual ones add shortcuts around each pair of 3x3 layers. */
public enum Family { PLAIN, RESIDUAL }

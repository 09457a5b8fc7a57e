package org.resbench.spec;

/** How large a rerun is. Only {@code PAPER} can reproduce a number; the others show orderings or that the machinery works. */
public enum Scale { PAPER, REDUCED, SMOKE }

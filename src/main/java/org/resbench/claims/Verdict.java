package org.resbench.claims;

/** What the evidence says about a claim. {@code REPRODUCED} and {@code NOT_REPRODUCED} need scale paper and the original data;
 * below that the same evidence is {@code SEEN_AT_THIS_SCALE} or {@code NOT_SEEN_AT_THIS_SCALE}. */
public enum Verdict { REPRODUCED, NOT_REPRODUCED, SEEN_AT_THIS_SCALE, NOT_SEEN_AT_THIS_SCALE, INCONCLUSIVE, NOT_COMPARABLE }

package org.resbench.arch;

/** Where option A's zero channels lie: all {@code AFTER} the copied ones, or {@code SPLIT} half before and half after. */
public enum ZeroChannels { AFTER, SPLIT }

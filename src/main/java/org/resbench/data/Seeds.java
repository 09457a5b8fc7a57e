package org.resbench.data;

import java.util.SplittableRandom;

/** Independent random streams, one for each (seed, purpose, numbers); the same on every machine. */
final class Seeds {
    private Seeds() {}

    static SplittableRandom random(long seed, String purpose, long... numbers) {
        long state = mix(seed ^ mix(purpose.hashCode()));
        for (long number : numbers) {
            state = mix(state * 31 + number + 1);
        }
        return new SplittableRandom(state);
    }

    /** Finaliser of SplitMix64 (Steele, Lea and Flood 2014) with Stafford's constants (variant 13). */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

package org.resbench.data.inspect;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Counts pairs as they are found, in whatever order; keeps only the best of them, since there may be millions. Thread-safe. */
final class Tally {
    private final Pool pool;
    private final BitSet leaked = new BitSet();
    private final TreeSet<Pair> examples;
    private long training;
    private long test;
    private long across;
    private long otherClass;

    Tally(Pool pool) {
        this.pool = pool;
        examples = new TreeSet<>(Comparator.comparing((Pair pair) -> !isAcross(pair)).thenComparing(Pair.MOST_ALIKE_FIRST));
    }

    private boolean isAcross(Pair pair) {
        return pool.isTest(pair.one()) != pool.isTest(pair.other());
    }

    synchronized void add(long inTraining, long inTest, long between, long withOtherClass) {
        training += inTraining;
        test += inTest;
        across += between;
        otherClass += withOtherClass;
    }

    /** A test image that is among the training images. */
    synchronized void leaked(int image) {
        leaked.set(image);
    }

    synchronized void example(Pair pair) {
        examples.add(pair);
        if (examples.size() > Duplicates.EXAMPLES) {
            examples.pollLast();
        }
    }

    /** Counts one pair. */
    void add(Pair pair) {
        boolean between = isAcross(pair);
        boolean bothTest = pool.isTest(pair.one());
        add(!between && !bothTest ? 1 : 0, !between && bothTest ? 1 : 0, between ? 1 : 0,
                pool.label(pair.one()) == pool.label(pair.other()) ? 0 : 1);
        if (between) {
            leaked(Math.max(pair.one(), pair.other()));
        }
        example(pair);
    }

    synchronized Duplicates duplicates() {
        List<Duplicates.Example> shown = examples.stream().map(pair -> new Duplicates.Example(place(pair.one()), place(pair.other()),
                pair.differingBits(), pair.correlation())).toList();
        return new Duplicates(training, test, across, leaked.cardinality(), otherClass, shown);
    }

    private Duplicates.Place place(int image) {
        return new Duplicates.Place(pool.isTest(image) ? "test" : "training", pool.within(image), pool.label(image));
    }
}

package org.resbench.claims.looks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.resbench.claims.Judge;
import org.resbench.spec.Experiment;
import org.resbench.spec.Trial;
import org.resbench.stats.multiplicity.PocockSpending;

/** When claims are looked at while seeds are added, and at which level each time: fixed before the first look.
 * @param firstSeeds the experiment's own, at which the first look is taken; new ones go on from the greatest
 * @param maxSeeds of a cell, at which the last look is taken */
public record LooksPlan(List<Long> firstSeeds, int maxSeeds) {
    /** Of {@code --max-seeds}. */
    public static final int MAX_SEEDS = 20;
    /** The most that can be asked for. */
    public static final int MOST_SEEDS = 1000;

    public LooksPlan {
        firstSeeds = List.copyOf(firstSeeds);
        if (firstSeeds.isEmpty() || maxSeeds < firstSeeds.size() || maxSeeds > MOST_SEEDS) {
            throw new IllegalArgumentException(maxSeeds + " must be at least the experiment's " + firstSeeds.size() + " seeds and at most "
                    + MOST_SEEDS);
        }
        if (firstSeeds.stream().anyMatch(seed -> seed > Long.MAX_VALUE - MOST_SEEDS)) {
            throw new IllegalArgumentException("there are no seeds left after " + Long.MAX_VALUE + "; take smaller ones");
        }
    }

    /** @throws IllegalArgumentException if the experiment has more seeds than that, or the number is beyond {@link #MOST_SEEDS} */
    public static LooksPlan of(Experiment experiment, int maxSeeds) {
        return new LooksPlan(experiment.trials().stream().map(Trial::seed).distinct().toList(), maxSeeds);
    }

    /** Seeds of a cell at each look: the experiment's, then a third more each time, rounded down but at least one, up to the most. Few
     * looks lose less power than many. From 3 to 20: 3, 4, 5, 6, 8, 10, 13, 17, 20. */
    public int[] sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int n = firstSeeds.size(); n < maxSeeds; n += Math.max(1, n / 3)) {
            sizes.add(n);
        }
        sizes.add(maxSeeds);
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The level of each look; together they are 1 - {@link Judge#LEVEL}. */
    public double[] levels() {
        return PocockSpending.levels(1 - Judge.LEVEL, sizes());
    }

    /** Spent when these looks were taken. */
    double spent(int looks) {
        return Arrays.stream(levels()).limit(looks).sum();
    }

    /** The first n seeds: the experiment's own, in its order, then those after the greatest of them. */
    List<Long> seeds(int n) {
        long greatest = firstSeeds.stream().mapToLong(Long::longValue).max().orElseThrow();
        List<Long> seeds = new ArrayList<>(firstSeeds);
        IntStream.rangeClosed(1, n - firstSeeds.size()).forEach(i -> seeds.add(greatest + i));
        return seeds;
    }
}

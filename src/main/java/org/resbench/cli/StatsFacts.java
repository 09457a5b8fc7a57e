package org.resbench.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.resbench.stats.Bootstrap;
import org.resbench.stats.CrossedSpread;
import org.resbench.stats.ErrorSpread;
import org.resbench.stats.Interval;
import org.resbench.stats.Summary;
import org.resbench.stats.Wilson;
import org.resbench.stats.comparisons.Comparison;
import org.resbench.stats.comparisons.Settings;
import org.resbench.stats.tests.JonckheereTerpstra;
import org.resbench.stats.tests.McNemar;

/** What {@code resbench stats} says of a file.
 * @param groups in the order of the file
 * @param mcNemar one for each comparison, if all values are 0 or 1 and paired; else none
 * @param crossed the same, for two lines or more */
record StatsFacts(Map<String, GroupFacts> groups, List<Comparison> comparisons, List<McNemar> mcNemar, Optional<CrossedSpread> crossed,
                  Optional<JonckheereTerpstra> trend) {
    /** @param share of ones, with Wilson's interval, if all values of the file are 0 or 1
     * @param spread if the number of images is known */
    record GroupFacts(Summary summary, Optional<Bootstrap> bootstrap, Optional<Interval> share, Optional<ErrorSpread> spread) {}

    /** @param images may be null
     * @throws UserError if the groups do not allow what is asked */
    static StatsFacts of(Map<String, double[]> groups, Settings settings, boolean trend, Long images) {
        if (trend && groups.size() < 2) {
            throw new UserError("--trend: there is one group, and a trend needs two or more");
        }
        boolean binary = groups.values().stream().flatMapToDouble(Arrays::stream).allMatch(value -> value == 0 || value == 1);
        Map<String, GroupFacts> facts = new LinkedHashMap<>();
        groups.forEach((name, values) -> facts.put(name,
                new GroupFacts(Summary.of(values), Bootstrap.ofMean(values, new SplittableRandom(settings.seed())),
                        binary ? Optional.of(share(values)) : Optional.empty(), spread(name, values, images))));
        List<boolean[]> wrong = binary && settings.paired() ? groups.values().stream().map(StatsFacts::ones).toList() : List.of();
        return new StatsFacts(facts, Comparison.pairwise(groups, settings),
                pairs(wrong), wrong.size() < 2 || wrong.get(0).length < 2 ? Optional.empty()
                        : Optional.of(CrossedSpread.of(wrong.toArray(boolean[][]::new))),
                trend ? Optional.of(JonckheereTerpstra.of(List.copyOf(groups.values()), new SplittableRandom(settings.seed())))
                        : Optional.empty());
    }

    private static List<McNemar> pairs(List<boolean[]> wrong) {
        List<McNemar> pairs = new ArrayList<>();
        for (int i = 0; i < wrong.size(); i++) {
            for (int j = i + 1; j < wrong.size(); j++) {
                pairs.add(McNemar.of(wrong.get(i), wrong.get(j)));
            }
        }
        return List.copyOf(pairs);
    }

    private static Interval share(double[] values) {
        return Wilson.interval(Math.round(Arrays.stream(values).sum()), values.length, Interval.LEVEL);
    }

    private static Optional<ErrorSpread> spread(String name, double[] errors, Long images) {
        if (images == null) {
            return Optional.empty();
        }
        if (images < 1) {
            throw new UserError("--images: " + images + " is no number of test images; at least 1");
        }
        if (Arrays.stream(errors).anyMatch(error -> error < 0 || error > 100)) {
            throw new UserError("--images: '" + name
                    + "' holds a value outside of 0 to 100, so it is no error rate in percent; leave --images away");
        }
        return Optional.of(ErrorSpread.of(errors, images));
    }

    private static boolean[] ones(double[] values) {
        boolean[] ones = new boolean[values.length];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = values[i] == 1;
        }
        return ones;
    }
}

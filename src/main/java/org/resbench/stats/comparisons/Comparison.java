package org.resbench.stats.comparisons;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.resbench.stats.tests.MannWhitney;
import org.resbench.stats.tests.PValues;
import org.resbench.stats.tests.PermutationTest;
import org.resbench.stats.tests.WilcoxonSignedRank;

/** All that is said of one pair of groups.
 * @param means their difference in the unit of the values
 * @param tests two-sided, of no difference
 * @param effects their difference without a unit */
public record Comparison(String first, String second, Means means, Tests tests, Effects effects) {

    /** The same question asked in three ways.
     * @param means t test: Welch's, or of pairs; empty if the spread is unknown
     * @param ranks Mann-Whitney, or Wilcoxon's signed rank test
     * @param permutation of means */
    public record Tests(Optional<Corrected> means, Corrected ranks, Corrected permutation) {}

    /** Every pair of groups, in the map's order.
     * @throws IllegalArgumentException if a group is empty or holds NaN or an infinity, or paired groups differ in size */
    public static List<Comparison> pairwise(Map<String, double[]> groups, Settings settings) {
        List<String> names = List.copyOf(groups.keySet());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(new Pair(names.get(i), groups.get(names.get(i)), names.get(j), groups.get(names.get(j)), settings));
            }
        }
        List<Means> means = pairs.stream().map(Pair::means).toList();
        List<Optional<Corrected>> byMeans = Corrected.of(means.stream().map(Comparison::tTest).toList());
        List<Optional<Corrected>> byRanks = Corrected.of(pairs.stream().map(pair -> Optional.of(pair.ranks())).toList());
        List<Optional<Corrected>> byPermutation = Corrected.of(pairs.stream().map(pair -> Optional.of(pair.permutation())).toList());
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            comparisons.add(new Comparison(pair.first, pair.second, means.get(i),
                    new Tests(byMeans.get(i), byRanks.get(i).orElseThrow(), byPermutation.get(i).orElseThrow()),
                    Effects.of(pair.a, pair.b, settings.paired())));
        }
        return List.copyOf(comparisons);
    }

    private static Optional<Corrected.Raw> tTest(Means means) {
        return means.difference().map(estimate -> new Corrected.Raw(Math.min(1, estimate.pValue(0)), estimate.method()));
    }

    private record Pair(String first, double[] a, String second, double[] b, Settings settings) {
        Means means() {
            return Means.of(a, b, settings);
        }

        Corrected.Raw ranks() {
            return settings.paired() ? raw(WilcoxonSignedRank.of(a, b).pValues(), "Wilcoxon signed rank")
                    : raw(MannWhitney.of(a, b).pValues(), "Mann-Whitney");
        }

        Corrected.Raw permutation() {
            SplittableRandom random = new SplittableRandom(settings.seed());
            return raw((settings.paired() ? PermutationTest.ofPairs(a, b, random)
                    : PermutationTest.ofMeans(a, b, random)).pValues(), "permutation");
        }

        private static Corrected.Raw raw(PValues p, String test) {
            return new Corrected.Raw(p.twoSided(), test + ", " + p.source().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }
}

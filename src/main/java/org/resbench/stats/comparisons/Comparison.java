package org.resbench.stats.comparisons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.multiplicity.Holm;

/** One pair of groups compared by their means.
 * @param difference mean of first minus mean of second; empty if the spread is unknown: one value, or all equal
 * @param pValue two-sided, of no difference
 * @param adjustedPValue by Holm, over all pairs that were compared together */
public record Comparison(String first, String second, Optional<StudentEstimate> difference, Optional<Double> pValue,
                         Optional<Double> adjustedPValue) {

    /** Every pair of groups, in the map's order; by Welch's t test, or the paired one.
     * @throws IllegalArgumentException if a group is empty or holds NaN or an infinity, or paired groups differ in size */
    public static List<Comparison> pairwise(Map<String, double[]> groups, boolean paired) {
        List<String> names = List.copyOf(groups.keySet());
        List<Comparison> plain = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                plain.add(of(names.get(i), groups.get(names.get(i)), names.get(j), groups.get(names.get(j)), paired));
            }
        }
        int[] tested = IntStream.range(0, plain.size()).filter(i -> plain.get(i).pValue.isPresent()).toArray();
        double[] adjusted = Holm.adjust(IntStream.of(tested).mapToDouble(i -> plain.get(i).pValue.orElseThrow()).toArray());
        for (int i = 0; i < tested.length; i++) {
            plain.set(tested[i], plain.get(tested[i]).adjusted(adjusted[i]));
        }
        return List.copyOf(plain);
    }

    private static Comparison of(String first, double[] a, String second, double[] b, boolean paired) {
        Optional<StudentEstimate> difference = paired ? StudentEstimate.ofPairs(a, b) : StudentEstimate.ofDifference(a, b);
        return new Comparison(first, second, difference, difference.map(estimate -> Math.min(1, estimate.pValue(0))), Optional.empty());
    }

    private Comparison adjusted(double p) {
        return new Comparison(first, second, difference, pValue, Optional.of(p));
    }
}

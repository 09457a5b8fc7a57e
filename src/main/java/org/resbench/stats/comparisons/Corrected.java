package org.resbench.stats.comparisons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resbench.stats.multiplicity.BenjaminiHochberg;
import org.resbench.stats.multiplicity.Holm;

/** A two-sided p value as it is, and corrected over all pairs that were compared by the same test.
 * @param holm chance of any false finding among the pairs
 * @param benjaminiHochberg share of false findings among those found
 * @param test its name and, where it matters, how p was had */
public record Corrected(double pValue, double holm, double benjaminiHochberg, String test) {
    /** @param test what was done for one pair */
    record Raw(double pValue, String test) {}

    /** Corrects over those that are there; a pair that could not be tested is no test. */
    static List<Optional<Corrected>> of(List<Optional<Raw>> pairs) {
        double[] p = pairs.stream().flatMap(Optional::stream).mapToDouble(Raw::pValue).toArray();
        double[] holm = Holm.adjust(p);
        double[] shares = BenjaminiHochberg.adjust(p);
        List<Optional<Corrected>> corrected = new ArrayList<>();
        int tested = 0;
        for (Optional<Raw> pair : pairs) {
            int at = tested;
            corrected.add(pair.map(raw -> new Corrected(raw.pValue, holm[at], shares[at], raw.test)));
            tested += pair.isPresent() ? 1 : 0;
        }
        return List.copyOf(corrected);
    }
}

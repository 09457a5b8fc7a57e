package org.resbench.data.inspect;

import java.util.List;
import org.resbench.data.DataSet;
import org.resbench.data.Progress;

/** What is in a data set.
 * @param nearDuplicates without the exact ones
 * @param nearDuplicateMethod in words, with its thresholds */
public record Inspection(String name, List<String> classes, int height, int width, String fingerprint, SplitFacts training, SplitFacts test,
        Duplicates exactDuplicates, Duplicates nearDuplicates, String nearDuplicateMethod) {
    static final String METHOD = PerceptualHash.BITS + "-bit DCT hash (Zauner 2010), at most " + NearDuplicates.MOST_BITS
            + " bits apart, and pixels that correlate with at least " + NearDuplicates.LEAST_CORRELATION;

    public Inspection {
        classes = List.copyOf(classes);
    }

    public static Inspection of(DataSet set, Progress progress) {
        Pool pool = Pool.of(set);
        SplitFacts training = SplitFacts.of(set.training(), set.classes().size());
        SplitFacts test = SplitFacts.of(set.test(), set.classes().size());
        ExactDuplicates exact = ExactDuplicates.of(pool, progress);
        Duplicates near = NearDuplicates.of(pool, exact.distinct(), progress);
        return new Inspection(set.name(), set.classes(), set.training().height(), set.training().width(), set.fingerprint(), training, test,
                exact.count(), near, METHOD);
    }
}

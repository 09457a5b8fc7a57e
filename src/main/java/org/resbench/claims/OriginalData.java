package org.resbench.claims;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resbench.runs.RunResult.DataUsed;

/** The data sets that papers report on. A run counts as made on the original data by name, classes and numbers of images; the
 * content fingerprints of the canonical archives are not part of this table yet, so a set imported under the same name with the
 * same counts would pass. {@link #CAVEAT} says so in every judgement that relies on it.
 * @param trainingImages whole training split, or less the validation images @param testImages test or validation split */
public record OriginalData(String name, int classes, Set<Long> trainingImages, Set<Long> testImages) {
    static final String CAVEAT = "the data count as the original by name, classes and numbers of images; their content was not compared";

    private static final OriginalData CIFAR_10 = new OriginalData("cifar10", 10, Set.of(50_000L, 45_000L), Set.of(10_000L, 5_000L));
    private static final OriginalData CIFAR_100 = new OriginalData("cifar100", 100, Set.of(50_000L, 45_000L), Set.of(10_000L, 5_000L));
    private static final OriginalData IMAGENET = new OriginalData("imagenet", 1000, Set.of(1_281_167L), Set.of(50_000L));

    /** He et al. 2015, sections 4.1 and 4.2. */
    private static final Map<String, List<OriginalData>> BY_PAPER = Map.of("he2015", List.of(CIFAR_10, IMAGENET));

    /** Whether a paper's claims are about this data; for a paper that is not listed, any of the known sets. */
    public static boolean isOriginal(String paper, DataUsed data) {
        return BY_PAPER.getOrDefault(paper, List.of(CIFAR_10, CIFAR_100, IMAGENET)).stream().anyMatch(original -> original.matches(data));
    }

    private boolean matches(DataUsed data) {
        return data.name().equals(name) && data.classes() == classes && trainingImages.contains(data.trainingImages())
                && testImages.contains(data.testImages());
    }
}

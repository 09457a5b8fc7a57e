package org.resbench.claims;

import java.util.List;
import java.util.Optional;
import org.resbench.claims.Cell.Sample;
import org.resbench.spec.Experiment;
import org.resbench.spec.Scale;

/** Where an experiment stands beside the paper: only at scale paper and on the original data can anything be reproduced.
 * @param paper id, empty for an experiment of no paper */
record Standing(Scale scale, String paper) {
    static Standing of(Experiment experiment) {
        return new Standing(experiment.scale(), experiment.paper() == null ? "" : experiment.paper().id());
    }

    boolean isThePapers(List<Cell> cells) {
        return scale == Scale.PAPER && samples(cells).stream().allMatch(sample -> OriginalData.isOriginal(paper, sample.result().data()));
    }

    /** Why published numbers must not be held against these runs; empty if they may. */
    Optional<String> publishedNumbersRefusal(List<Cell> cells) {
        if (scale != Scale.PAPER) {
            return Optional.of("A published number is comparable at scale paper only, and this is scale " + scale.name().toLowerCase(java.util.Locale.ROOT));
        }
        for (Sample sample : samples(cells)) {
            if (!OriginalData.isOriginal(paper, sample.result().data())) {
                return Optional.of("A published number is comparable on the paper's data only, and " + sample.trial().cell() + " used "
                        + sample.result().data().name());
            }
            if (!sample.result().protocol().split().equals("test")) {
                return Optional.of("A published number is comparable on the test split only, and " + sample.trial().cell()
                        + " was tested on the " + sample.result().protocol().split() + " split");
            }
        }
        return Optional.empty();
    }

    private static List<Sample> samples(List<Cell> cells) {
        return cells.stream().flatMap(cell -> cell.samples().stream()).toList();
    }
}

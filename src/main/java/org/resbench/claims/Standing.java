package org.resbench.claims;

import java.util.List;
import java.util.Optional;
import org.resbench.claims.Cell.Sample;
import org.resbench.spec.Experiment;
import org.resbench.spec.Scale;

/** Where an experiment stands beside the paper: only at scale paper, with the file's recipe and on the original data can anything be
 * reproduced.
 * @param paper id, empty for an experiment of no paper
 * @param changes overrides of what is trained or tested */
record Standing(Scale scale, String paper, List<String> changes) {
    static Standing of(Experiment experiment) {
        return new Standing(experiment.scale(), experiment.paper() == null ? "" : experiment.paper().id(), experiment.recipeChanges());
    }

    /** For every judgement of an experiment that was changed on the command line. */
    Optional<String> note() {
        return changes.isEmpty() ? Optional.empty() : Optional.of("seen with a changed recipe (" + String.join(", ", changes)
                + "), so it cannot be the paper's, whatever the scale");
    }

    boolean isThePapers(List<Cell> cells) {
        return scale == Scale.PAPER && changes.isEmpty()
                && samples(cells).stream().allMatch(sample -> OriginalData.isOriginal(paper, sample.result().data()));
    }

    /** Why published numbers must not be held against these runs; empty if they may. */
    Optional<String> publishedNumbersRefusal(List<Cell> cells) {
        if (scale != Scale.PAPER) {
            return Optional.of("A published number is comparable at scale paper only, and this is scale "
                    + scale.name().toLowerCase(java.util.Locale.ROOT));
        }
        if (!changes.isEmpty()) {
            return Optional.of("A published number is comparable with the paper's recipe only, and it was changed: "
                    + String.join(", ", changes));
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

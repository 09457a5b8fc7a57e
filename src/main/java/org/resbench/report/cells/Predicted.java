package org.resbench.report.cells;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;

/** What the runs of a cell took the test images for, from their stored predictions.
 * @param classes names, or numbers where names are not known
 * @param counts images by run, class and the class that they were taken for; at least one run, all on the same images */
public record Predicted(Cell cell, List<String> classes, List<long[][]> counts) {
    public Predicted {
        classes = List.copyOf(classes);
        counts = List.copyOf(counts);
    }

    /** Empty if no run stored predictions, or the cell's runs do not compare. */
    public static Optional<Predicted> of(Cell cell, ClassNames names) {
        List<TrialRun> ended = cell.trials().stream().filter(trial -> trial.result().isPresent()).toList();
        List<Run.Predictions> all = ended.stream().map(TrialRun::run).flatMap(Optional::stream).flatMap(run -> run.predictions().stream())
                .toList();
        if (all.isEmpty() || cell.mixture().isPresent()) {
            return Optional.empty();
        }
        RunResult.DataUsed data = cell.anyResult().orElseThrow().data();
        int classes = Math.max(data.classes(), 1 + all.stream().flatMapToInt(p -> IntStream.concat(Arrays.stream(p.labels()),
                Arrays.stream(p.predicted())))
                .max().orElse(0));
        List<String> known = names.of(data.name());
        return Optional.of(new Predicted(cell, IntStream.range(0, classes).mapToObj(i -> i < known.size() ? known.get(i)
                : Integer.toString(i)).toList(),
                all.stream().map(p -> counts(p, classes)).toList()));
    }

    private static long[][] counts(Run.Predictions predictions, int classes) {
        long[][] counts = new long[classes][classes];
        IntStream.range(0, predictions.labels().length).forEach(i -> counts[predictions.labels()[i]][predictions.predicted()[i]]++);
        return counts;
    }

    /** Images of a class in the test set of one run. */
    public long images(int label) {
        return Arrays.stream(counts.get(0)[label]).sum();
    }

    /** Over all runs together. */
    public long taken(int label, int predicted) {
        return counts.stream().mapToLong(run -> run[label][predicted]).sum();
    }

    /** Of a class's images over all runs; NaN for a class without images. */
    public double percentTaken(int label, int predicted) {
        long all = IntStream.range(0, classes.size()).mapToLong(i -> taken(label, i)).sum();
        return all == 0 ? Double.NaN : 100.0 * taken(label, predicted) / all;
    }

    /** Images of the class that each run got wrong, in the order of the runs. */
    public List<Long> errors(int label) {
        return counts.stream().map(run -> Arrays.stream(run[label]).sum() - run[label][label]).toList();
    }
}

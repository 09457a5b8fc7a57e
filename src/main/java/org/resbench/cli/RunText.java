package org.resbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.resbench.arch.counting.Counting;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.claims.looks.Looks;
import org.resbench.cli.session.Outcome;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Report;
import org.resbench.spec.Experiment;
import org.resbench.spec.Trial;

/** What {@code resbench run} says before and after training. */
final class RunText {
    /** Where a data set's own image size and classes are meant, those of CIFAR-10: only ratios between trials count here. */
    private static final int USUAL_SIZE = 32;
    private static final int USUAL_CLASSES = 10;

    private RunText() {}

    static String announcement(Experiment experiment, int open, Path runs) {
        int all = experiment.trials().size();
        long cells = experiment.trials().stream().map(Trial::cell).distinct().count();
        String todo = open == all ? "" : open == 0 ? ", all finished already"
                : ", " + (all - open) + " finished already, " + open + " to train";
        return experiment.name() + ", scale " + experiment.scale().name().toLowerCase(Locale.ROOT) + ": " + count(all, "trial") + " ("
                + count(cells, "network") + ", "
                + count(experiment.trials().stream().map(Trial::seed).distinct().count(), "seed") + ")" + todo + "; runs in " + runs + "\n";
    }

    /** What the next look waits for. */
    static String look(Looks looks) {
        int number = looks.taken().size();
        int[] sizes = looks.plan().sizes();
        String open = number == 0 ? "" : "; still open: " + String.join(", ", looks.taken().get(number - 1).open());
        return "look " + (number + 1) + " of at most " + sizes.length + " (" + count(sizes[number], "seed") + " a cell): "
                + count(looks.wanted().size(), "trial") + " to train, cheapest first" + open + "\n";
    }

    /** Of its whole training, but for what is the same for all trials: backward passes. */
    static double multiplyAdds(Trial trial) {
        return multiplyAddsEachIteration(trial) * trial.recipe().iterations();
    }

    static double multiplyAddsEachIteration(Trial trial) {
        int classes = trial.data().classes() == 0 ? USUAL_CLASSES : trial.data().classes();
        return (double) Counting.multiplyAdds(network(trial, classes)) * trial.recipe().batchSize();
    }

    private static Network network(Trial trial, int classes) {
        int size = trial.data().imageSize();
        try {
            return trial.architecture().network(Shape.image(size == 0 ? USUAL_SIZE : size), classes);
        } catch (IllegalArgumentException e) {
            // Made for larger images, and so are data that leave their size open.
            return trial.architecture().network(trial.architecture().standardInput(), classes);
        }
    }

    /** What is not finished, and why. */
    static String remaining(List<Outcome> outcomes) {
        StringBuilder text = new StringBuilder(count(outcomes, Outcome.Finished.class) + " of "
                + count(outcomes.size(), "trial") + " finished");
        append(text, count(outcomes, Outcome.Failed.class), "failed");
        append(text, count(outcomes, Outcome.InUse.class), "in the hands of another process");
        long stopped = outcomes.stream().filter(outcome -> outcome instanceof Outcome.Stopped one && one.made()).count();
        append(text, stopped, "stopped with a checkpoint");
        append(text, count(outcomes, Outcome.NotBegun.class) + count(outcomes, Outcome.Stopped.class) - stopped, "not begun");
        return text.append(".\n").toString();
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }

    private static long count(List<Outcome> outcomes, Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    static String verdicts(Report report, List<Path> files) {
        StringBuilder text = new StringBuilder("\n" + report.heading().title() + "\n");
        report.heading().banner().ifPresent(banner -> text.append(banner).append('\n'));
        for (ClaimResult claim : report.claims()) {
            text.append('\n').append(claim.word().toUpperCase(Locale.ROOT)).append(": ").append(claim.text())
                    .append(" [").append(claim.id()).append("]\n    ").append(claim.why()).append('\n');
        }
        text.append('\n').append(report.heading().headline()).append('\n');
        report.looks().ifPresent(looks -> text.append(looks.sentence()).append('\n'));
        return text.append(written(files)).toString();
    }

    /** {@code report: report/x/report.html and 43 files beside it}; nothing where nothing was written. */
    static String written(List<Path> files) {
        return files.isEmpty() ? "" : "report: " + files.get(0)
                + (files.size() == 1 ? "" : " and " + count(files.size() - 1, "file") + " beside it") + "\n";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

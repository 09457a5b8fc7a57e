package org.resbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.resbench.arch.Shape;
import org.resbench.cli.trained.EvaluationFacts;
import org.resbench.cli.trained.EvaluationText;
import org.resbench.cli.trained.LogitsFile;
import org.resbench.data.DataHome;
import org.resbench.data.DataRequest;
import org.resbench.data.DataSet;
import org.resbench.data.Images;
import org.resbench.evaluate.Evaluation;
import org.resbench.evaluate.Evaluator;
import org.resbench.evaluate.TestProtocol;
import org.resbench.evaluate.TrainedNetwork;
import org.resbench.evaluate.TrainedRun;
import org.resbench.evaluate.WeightsFile;
import org.resbench.runs.Json;
import org.resbench.runs.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code resbench evaluate}: a trained network on test images. */
@Command(name = "evaluate", mixinStandardHelpOptions = true,
        header = "Tests a trained network, ours or another framework's.",
        description = "Tests the network of a run, or of a file of weights, on a data set's test images: error, loss, "
                + "error of each class, confusion matrix.",
        footer = {"", "Examples:", "  resbench evaluate --network resnet-20 --weights x.safetensors --data cifar10",
            "  resbench evaluate --run resnet-8-w8-synthetic-s11 --json"})
final class EvaluateCommand implements Callable<Integer> {
    @Mixin private OutputOptions common;
    @Mixin private TrainedOptions which;
    @Spec private CommandSpec spec;

    @Option(names = "--data", paramLabel = "NAME",
            description = "The data set to test on, or its folder (default: what the run was tested on).")
    private String data;

    @Option(names = "--data-home", paramLabel = "DIR",
            description = "Where data sets are kept (default: $RESBENCH_DATA, else the user's cache folder).")
    private Path home;

    @Option(names = "--every", paramLabel = "N", defaultValue = "1",
            description = "Take each N-th image only, from the first (default: ${DEFAULT-VALUE}).")
    private int every;

    @Option(names = "--protocol", paramLabel = "PROTOCOL", defaultValue = "one-view",
            description = "How each image is shown: one-view, the whole image once (default: ${DEFAULT-VALUE}).")
    private String protocol;

    @Option(names = "--logits", paramLabel = "FILE", description = "Write every image's scores (before softmax) there, as CSV.")
    private Path logits;

    /** What is tested, and on what. */
    private record Case(TrainedNetwork trained, DataSet data, String split) {}

    @Override public Integer call() {
        which.check();
        if (every < 1) {
            throw new UserError("--every: " + every + " is not possible; must be 1 (all images) or more");
        }
        TestProtocol chosen = protocol();
        if (logits != null) {
            WritableFolder.requireFile("--logits", logits);
        }
        Case tested = which.run(common.runStore()).map(this::ofRun).orElseGet(this::ofFile);
        Images images = tested.data().test();
        long start = System.nanoTime();
        Evaluation evaluation = Evaluator.evaluate(tested.trained(), images, every, chosen, which.device(),
                DataCommand.progress(spec, common.quiet()));
        EvaluationFacts facts = new EvaluationFacts(tested.trained(), evaluation,
                new EvaluationFacts.TestData(tested.data().name(), tested.split(),
                        tested.data().fingerprint(), images.count(), tested.data().classes()), every, remarks(tested),
                (System.nanoTime() - start) / 1e9);
        writeLogits(evaluation, tested.data().classes());
        spec.commandLine().getOut().print(common.json() ? Json.pretty(facts.json()) : EvaluationText.of(facts));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private TestProtocol protocol() {
        try {
            return TestProtocol.parse(protocol);
        } catch (IllegalArgumentException e) {
            throw new UserError("--protocol: " + e.getMessage());
        }
    }

    private Case ofRun(Run run) {
        TrainedRun trained = TrainedRun.open(run, home());
        TrainedNetwork network = trained.network();
        if (data == null || data.equals(trained.data().name())) {
            return new Case(network, trained.data(), trained.split());
        }
        DataSet other = load(Optional.of(network.network().input().height()));
        if (other.classes().size() != network.network().classes()) {
            throw new UserError("--data " + data + ": has " + other.classes().size()
                    + " classes, the network of " + run.folder() + " tells " + network.network().classes() + " apart");
        }
        return new Case(network, other, "test");
    }

    private Case ofFile() {
        if (data == null) {
            throw new UserError("test on which images? Give --data NAME; 'resbench data list' shows what is there");
        }
        WeightsFile file = WeightsFile.open(which.weights());
        DataSet images = load(file.imageSize().isPresent() ? Optional.of(file.imageSize().getAsInt()) : Optional.empty());
        Shape input = new Shape(images.test().height(), images.test().width(), Images.CHANNELS);
        return new Case(file.network(which.network(), input, images.classes().size(), which.settings()), images, "test");
    }

    private DataHome home() {
        return CommonOptions.home(home);
    }

    /** @param size that images must be shrunk to */
    private DataSet load(Optional<Integer> size) {
        Path folder = Path.of(data).toAbsolutePath().normalize();
        boolean path = data.contains("/") && Files.isDirectory(folder) && folder.getParent() != null;
        return (path ? new DataHome(folder.getParent()) : home())
                .load(new DataRequest(path ? folder.getFileName().toString() : data, false, size.orElse(0), 0, 0, 0));
    }

    private static List<String> remarks(Case tested) {
        List<String> remarks = new ArrayList<>();
        List<String> theirs = tested.trained().classes();
        if (!theirs.isEmpty() && !theirs.equals(tested.data().classes())) {
            remarks.add("the weights were trained for classes named " + String.join(", ", theirs) + "; those of the data are named "
                    + String.join(", ", tested.data().classes()) + " and are taken in that order");
        }
        return remarks;
    }

    private void writeLogits(Evaluation evaluation, List<String> classes) {
        if (logits == null) {
            return;
        }
        try {
            LogitsFile.write(logits, evaluation, classes, every);
        } catch (IOException e) {
            throw new UserError("--logits " + logits + ": cannot be written (" + org.resbench.data.Refusal.words(e) + ")", ExitCode.FAILED);
        }
    }
}

package org.resbench.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.resbench.arch.Shape;
import org.resbench.data.Refusal;
import org.resbench.evaluate.Export;
import org.resbench.evaluate.TrainedNetwork;
import org.resbench.runs.Json;
import org.resbench.weights.Naming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench export}: a trained network for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true,
        header = "Writes a trained network for other programs.",
        description = "Writes the network of a run, or of a file of weights, as a safetensors file that says how it is to be used, or as a "
                + "TensorFlow SavedModel: tag serve, signature serving_default, input images (float32 [n, height, width, 3], RGB, 0 to "
                + "255; scaling is inside), outputs logits and probabilities.",
        footer = {"", "Examples:", "  resbench export resnet-8-w8-synthetic-s11 --to safetensors",
            "  resbench export --weights net.safetensors --to saved-model --out served/1"})
final class ExportCommand implements Callable<Integer> {
    private static final String SAFETENSORS = "safetensors";
    private static final String SAVED_MODEL = "saved-model";

    @Mixin private OutputOptions common;
    @Mixin private TrainedOptions which;
    @Spec private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "RUN",
            description = "Its folder, name, or part of a name that one run has; the same as --run.")
    private String run;

    @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "safetensors or saved-model.")
    private String format;

    @Option(names = "--out", paramLabel = "PATH",
            description = "The file or, for saved-model, the folder (default: named after the run or file, here).")
    private Path out;

    @Option(names = "--names", paramLabel = "NAMES", defaultValue = "resbench",
            description = "Whose names and layouts the tensors of a safetensors file get: resbench, "
                    + "pytorch-cifar or torchvision (default: ${DEFAULT-VALUE}).")
    private String names;

    @Option(names = "--input", paramLabel = "SIZE", converter = ShapeArgument.class,
            description = "Size of the images for --weights (default: what the file says, else the network's own).")
    private Shape input;

    @Option(names = "--data-home", paramLabel = "DIR", description = "Where data sets are kept (default: $RESBENCH_DATA, else "
            + "the user's cache folder). A run needs its --data once more: the mean of its training images goes into the export.")
    private Path home;

    @Override public Integer call() {
        which.check(run);
        if (!format.equals(SAFETENSORS) && !format.equals(SAVED_MODEL)) {
            throw new UserError("--to: '" + format + "' is no format that is known here; must be safetensors or saved-model");
        }
        Naming naming = naming();
        TrainedNetwork trained = which.network(common.runStore(), CommonOptions.home(home), input);
        Path target = out == null ? Path.of(which.stem(common.runStore())
                + (format.equals(SAFETENSORS) ? ".safetensors" : "-saved-model")) : out;
        requireFree(target);
        try {
            if (format.equals(SAFETENSORS)) {
                Export.safetensors(trained, naming, trained.facts().getOrDefault("weights_source", which.stem(common.runStore())), target);
            } else {
                Export.savedModel(trained, target);
            }
        } catch (IOException e) {
            throw new UserError("--out " + target + ": cannot be written (" + Refusal.words(e) + ")", ExitCode.FAILED);
        }
        print(trained, naming, target);
        return ExitCode.DONE;
    }

    private Naming naming() {
        return Arrays.stream(Naming.values()).filter(naming -> naming.word().equals(names)).findFirst()
                .orElseThrow(() -> new UserError("--names: '" + names
                        + "' is not known here; must be one of " + Arrays.stream(Naming.values()).map(Naming::word)
                                .collect(Collectors.joining(", "))));
    }

    private static void requireFree(Path target) {
        if (Files.exists(target)) {
            throw new UserError(target + ": is there already; delete it, or name another place with --out");
        }
    }

    private void print(TrainedNetwork trained, Naming naming, Path target) {
        var printer = spec.commandLine().getOut();
        ObjectNode facts = Json.object().put("format", format).put("path", target.toString()).put("network", trained.network().name())
                .put("input", trained.network().input().toString()).put("classes", trained.network().classes());
        facts.putObject("settings").setAll((ObjectNode) Json.tree(trained.facts()));
        if (common.json()) {
            printer.print(Json.pretty(facts));
        } else if (!common.quiet()) {
            printer.println(target + ": " + trained.network().name() + " for images of " + trained.network().input()
                    + " and " + trained.network().classes()
                    + " classes, from " + trained.source() + (format.equals(SAFETENSORS) ? ", names: " + naming.word() : ""));
        }
        printer.flush();
    }
}

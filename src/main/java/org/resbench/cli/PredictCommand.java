package org.resbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.resbench.arch.Shape;
import org.resbench.cli.trained.ImagePaths;
import org.resbench.data.DataException;
import org.resbench.data.Photograph;
import org.resbench.data.Progress;
import org.resbench.data.Refusal;
import org.resbench.evaluate.Prediction;
import org.resbench.evaluate.PredictionPicture;
import org.resbench.evaluate.Predictor;
import org.resbench.evaluate.TrainedNetwork;
import org.resbench.report.charts.Fonts;
import org.resbench.runs.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench predict}: what a trained network says of images. */
@Command(name = "predict", mixinStandardHelpOptions = true,
        header = "Asks a trained network about images of any size.",
        description = "Names the five likeliest classes of each image, and draws where the network sees the likeliest one (Grad-CAM, "
                + "Selvaraju et al. 2017). Of an image of another shape than the network's input, the middle is taken and brought to size.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every image was answered", "1:a picture could not be written",
                "2:wrong input; images that cannot be read are named, the others answered"},
        footer = {"", "Examples:", "  resbench predict --run resnet-8-w8-synthetic-s11 cat.jpg holiday/",
            "  resbench predict --weights resnet20-cifar10.safetensors cat.jpg --json"})
final class PredictCommand implements Callable<Integer> {
    private static final float FONT_SIZE = 14;

    @Mixin private OutputOptions common;
    @Mixin private TrainedOptions which;
    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "JPEG, PNG, GIF, BMP or TIFF files, or folders of them.")
    private List<Path> images;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "predictions",
            description = "Where the pictures go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--no-pictures", description = "Draw none.")
    private boolean noPictures;

    @Option(names = "--input", paramLabel = "SIZE", converter = ShapeArgument.class,
            description = "Size at which a network of --weights sees images (default: what the file says, else the network's own).")
    private Shape input;

    @Option(names = "--data-home", paramLabel = "DIR", description = "Where data sets are kept (default: $RESBENCH_DATA, else "
            + "the user's cache folder). A run needs its --data once more, for the mean of its training images.")
    private Path home;

    private final Map<Path, Prediction> answers = new LinkedHashMap<>();
    private final Map<Path, Path> pictures = new LinkedHashMap<>();
    private final Map<Path, String> failures = new LinkedHashMap<>();

    @Override public Integer call() {
        which.check();
        ImagePaths paths = ImagePaths.of(images);
        if (!noPictures) {
            WritableFolder.require("--out", out);
        }
        TrainedNetwork trained = which.network(common.runStore(), CommonOptions.home(home), input);
        try (Predictor predictor = Predictor.of(trained, which.device())) {
            answer(predictor, trained, paths.files());
        }
        print(trained, paths);
        failures.values().forEach(failure -> spec.commandLine().getErr().println("resbench: " + failure));
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.WRONG_INPUT;
    }

    private void answer(Predictor predictor, TrainedNetwork trained, List<Path> files) {
        Progress progress = files.size() > 1 ? DataCommand.progress(spec, common.quiet()) : Progress.NONE;
        progress.begin("predicting", 0, files.size(), Progress.Unit.IMAGES);
        try {
            int done = 0;
            for (Path file : files) {
                try {
                    Photograph photograph = Photograph.read(file);
                    Prediction prediction = predictor.predict(photograph);
                    answers.put(file, prediction);
                    if (!noPictures) {
                        pictures.put(file, draw(file, photograph, prediction, trained));
                    }
                } catch (DataException e) {
                    failures.put(file, e.getMessage());
                }
                progress.at(++done);
            }
        } finally {
            progress.end();
        }
    }

    private Path draw(Path file, Photograph photograph, Prediction prediction, TrainedNetwork trained) {
        Shape seen = trained.network().input();
        Path target = free(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        try {
            Files.createDirectories(out);
            ImageIO.write(new PredictionPicture(Fonts.regular(FONT_SIZE)).draw(file.getFileName() + " by " + trained.network().name(),
                    photograph.middle(seen.height(), seen.width()), prediction), "png", target.toFile());
            return target;
        } catch (IOException e) {
            throw new UserError("--out " + out + ": cannot be written (" + Refusal.words(e) + ")", ExitCode.FAILED);
        }
    }

    /** A place that no picture of this call has; one of an earlier call is replaced. */
    private Path free(String stem) {
        Path target = out.resolve(stem + "-prediction.png");
        for (int number = 2; pictures.containsValue(target); number++) {
            target = out.resolve(stem + "-prediction-" + number + ".png");
        }
        return target;
    }

    private void print(TrainedNetwork trained, ImagePaths paths) {
        var printer = spec.commandLine().getOut();
        printer.print(common.json() ? Json.pretty(json(trained)) : text(paths));
        printer.flush();
    }

    private ObjectNode json(TrainedNetwork trained) {
        ObjectNode facts = Json.object().put("network", trained.network().name()).put("source", trained.source());
        facts.putObject("settings").setAll((ObjectNode) Json.tree(trained.facts()));
        ArrayNode list = facts.putArray("images");
        answers.forEach((file, prediction) -> {
            ObjectNode entry = list.addObject().put("image", file.toString());
            entry.set("top", Json.tree(prediction.top()));
            entry.put("picture", pictures.containsKey(file) ? pictures.get(file).toString() : null);
        });
        ArrayNode failed = facts.putArray("failed");
        failures.forEach((file, why) -> failed.addObject().put("image", file.toString()).put("problem", why));
        return facts;
    }

    private String text(ImagePaths paths) {
        StringBuilder text = new StringBuilder();
        answers.forEach((file, prediction) -> {
            text.append(file).append(pictures.containsKey(file) ? " (" + pictures.get(file) + ")" : "").append('\n');
            List<String> lines = new ArrayList<>();
            prediction.top()
                    .forEach(choice -> lines.add(String.format(Locale.ROOT, "  %6.2f %%  %s", 100 * choice.probability(), choice.name())));
            text.append(String.join("\n", lines)).append('\n');
        });
        if (paths.passedOver() > 0) {
            text.append(paths.passedOver()).append(paths.passedOver() == 1 ? " file" : " files")
                    .append(" in the folders are no images by their names and were passed over.\n");
        }
        return text.toString();
    }
}

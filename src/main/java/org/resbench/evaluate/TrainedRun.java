package org.resbench.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.data.DataHome;
import org.resbench.data.DataRequest;
import org.resbench.data.DataSet;
import org.resbench.data.Images;
import org.resbench.data.Normalisation;
import org.resbench.data.Normaliser;
import org.resbench.runs.Run;
import org.resbench.runs.RunException;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Trial;
import org.resbench.tf.Checkpoint;
import org.resbench.tf.TrainableNetwork;
import org.resbench.weights.InputScaling;
import org.resbench.weights.Tensor;

/** The network that a run has trained: from its last checkpoint, with the data that it was trained on, on which its input's mean was
 * fitted. */
public final class TrainedRun {
    private static final Path CHECKPOINT = Path.of("checkpoints", "last.safetensors");

    /** In the folder of a run that scales images as its source did: how. */
    public static final Path INPUT = Path.of("input.safetensors");

    private final Run run;
    private final DataSet data;

    private TrainedRun(Run run, DataSet data) {
        this.run = run;
        this.data = data;
    }

    /** Loads the run's data.
     * @throws RunException if the run diverged, or its data are other ones now
     * @throws org.resbench.data.DataException if its data are not there */
    public static TrainedRun open(Run run, DataHome home) {
        return open(run, home::load);
    }

    /** As the other {@code open}, with images from elsewhere. */
    static TrainedRun open(Run run, Function<DataRequest, DataSet> images) {
        Trial trial = run.manifest().trial();
        Optional<RunResult> result = run.result();
        if (result.isPresent() && result.get().status() == RunStatus.DIVERGED) {
            throw new RunException(run.folder() + ": the run diverged, so it has no trained network; choose another run");
        }
        DataSet data = images.apply(TrialData.request(trial.data()));
        result.map(RunResult::data).filter(used -> !used.fingerprint().equals(data.fingerprint())).ifPresent(used -> {
            throw new RunException(run.folder() + ": was trained on other images than '" + data.name()
                    + "' holds now; name the folder with the old ones with --data-home, or RESBENCH_DATA");
        });
        return new TrainedRun(run, data);
    }

    /** The images that it was trained on, and those held back. */
    public DataSet data() {
        return data;
    }

    /** Name of the split that is held back: test or validation. */
    public String split() {
        return run.manifest().trial().data().split() == DataSpec.Split.TRAIN_TEST ? "test" : "validation";
    }

    /** @throws RunException if there is no checkpoint, it is damaged, or not the one that the result speaks of */
    public TrainedNetwork network() {
        Trial trial = run.manifest().trial();
        Network network = trial.architecture()
                .network(new Shape(data.training().height(), data.training().width(), Images.CHANNELS), data.classes().size());
        Map<String, float[]> weights = weights();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("run", run.folder().toString());
        facts.put("status", run.result().isPresent() ? "finished" : "not finished: its last checkpoint");
        facts.put("weights_sha256", Checkpoint.sha256(weights));
        facts.put("normalisation", trial.data().normalisation() == DataSpec.Normalisation.SOURCE
                ? "as the network that training started from"
                : trial.data().normalisation().name().toLowerCase(java.util.Locale.ROOT) + ", fitted on " + data.training().count()
                + " training images of " + data.name());
        return new TrainedNetwork(run.folder().toString(), trial.architecture(), network, weights,
                trial.recipe().batchNorm().epsilon(), input(), data.classes(), facts);
    }

    private Map<String, float[]> weights() {
        Path file = run.folder().resolve(CHECKPOINT);
        if (!Files.exists(file)) {
            throw new RunException(file
                    + ": is missing, and the weights were in it; bring it back, or delete the run's folder and train it again");
        }
        try {
            Map<String, float[]> weights = TrainableNetwork.weights(Checkpoint.read(file).variables());
            run.result().filter(result -> !result.weightsSha256().equals(Checkpoint.sha256(weights))).ifPresent(result -> {
                throw new RunException(file + ": holds other weights than result.json speaks of; bring the file back, or "
                        + "delete the run's folder and train it again");
            });
            return weights;
        } catch (IOException e) {
            throw new RunException(file + ": cannot be read (" + e.getMessage()
                    + "); bring it back, or delete the run's folder and train it again", e);
        }
    }

    /** How a run scales images that does it as its source did.
     * @throws org.resbench.weights.WeightsException if its folder does not say
     * @throws IllegalArgumentException if that is a mean of each pixel, for images of another size */
    public static Normalisation scaling(Path folder, Shape size) {
        Path file = folder.resolve(INPUT);
        return TrainedNetwork.normalisation(file.toString(), InputScaling.read(file), size);
    }

    private InputScaling input() {
        if (run.manifest().trial().data().normalisation() == DataSpec.Normalisation.SOURCE) {
            return InputScaling.read(run.folder().resolve(INPUT));
        }
        Normalisation fitted =
                Normaliser.fit(Normaliser.Kind.valueOf(run.manifest().trial().data().normalisation().name()), data.training());
        return switch (run.manifest().trial().data().normalisation()) {
            case PIXEL_MEAN -> InputScaling.ofPixels(new Tensor(List.of(data.training().height(), data.training().width(),
                    Images.CHANNELS), fitted.mean()));
            case CHANNEL, SCALE, SOURCE -> {
                List<Double> mean = new ArrayList<>();
                List<Double> std = new ArrayList<>();
                for (int c = 0; c < Images.CHANNELS; c++) {
                    mean.add((double) fitted.mean()[c]);
                    std.add(1 / (double) fitted.scale()[c]);
                }
                yield InputScaling.ofChannels(1, mean, std);
            }
        };
    }
}

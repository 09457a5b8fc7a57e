package org.resbench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.data.Augmentation;
import org.resbench.data.DataHome;
import org.resbench.data.DataRequest;
import org.resbench.data.DataException;
import org.resbench.data.DataSet;
import org.resbench.data.Images;
import org.resbench.data.PreparedBatches;
import org.resbench.energy.EnergyMeter;
import org.resbench.evaluate.TrialData;
import org.resbench.runs.OpenRun;
import org.resbench.runs.RunException;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Trial;
import org.resbench.tf.Checkpoint;
import org.resbench.tf.Device;
import org.resbench.tf.Devices;
import org.resbench.tf.Precision;
import org.resbench.tf.TrainableNetwork;

/** Trains one trial into its run folder, from its last checkpoint if there is one. */
public final class TrialRunner {
    /** How a call ended: the run has its result, or it was stopped, after a step with a checkpoint written or before the first one. */
    public enum Ending { FINISHED, STOPPED }

    /** @param device auto, cpu or gpu
     * @param deterministic equal bits each time, on a GPU too
     * @param tensorBoard whether events are also written for TensorBoard, to {@code tensorboard/} in the run folder */
    public record Settings(String device, boolean deterministic, boolean tensorBoard) {
        public Settings {
            if (Stream.of(Device.values()).noneMatch(known -> known.name().toLowerCase(Locale.ROOT).equals(device))) {
                throw new IllegalArgumentException("device: '" + device + "' is not one of auto, cpu, gpu");
            }
        }

        Device where() {
            return Device.valueOf(device.toUpperCase(Locale.ROOT));
        }
    }

    /** One thread prepares 128 images of 32x32 in 2 ms; a GPU may want them faster, and machines that have one have processors to spare. */
    private static final int PREPARING_THREADS = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 4));
    /** Makes TensorFlow's GPU kernels deterministic; read once, when it is loaded. */
    private static final String DETERMINISTIC = "TF_DETERMINISTIC_OPS";
    private static final Set<String> ON = Set.of("1", "true");

    private final Function<DataRequest, DataSet> data;
    private final EnergyMeter meter;
    private final Settings settings;

    public TrialRunner(DataHome data, EnergyMeter meter, Settings settings) {
        this(data::load, meter, settings);
    }

    /** @param data where images come from, if not from a folder as they are */
    public TrialRunner(Function<DataRequest, DataSet> data, EnergyMeter meter, Settings settings) {
        this.data = data;
        this.meter = meter;
        this.settings = settings;
    }

    /** @param stop asked before the first step and after each; when true after a step, a checkpoint is written; STOPPED is returned
     * @throws org.resbench.data.DataException if the data cannot be had
     * @throws RunException if what was asked cannot be done here, or the folder cannot be written */
    public Ending train(Trial trial, OpenRun run, TrialProgress progress, BooleanSupplier stop) {
        requireDevice(System.getenv());
        if (!settings.tensorBoard()) {
            return trainInto(run, trial, progress, stop);
        }
        try (TensorBoardRun both = new TensorBoardRun(run)) {
            return trainInto(both, trial, progress, stop);
        }
    }

    private Ending trainInto(OpenRun run, Trial trial, TrialProgress progress, BooleanSupplier stop) {
        measureIdlePower(progress);
        long begin = System.nanoTime();
        progress.phase("loading data");
        DataSpec spec = trial.data();
        DataSet images = data.apply(TrialData.request(spec));
        if (stop.getAsBoolean()) {
            return Ending.STOPPED;
        }
        progress.phase("building the network");
        Network network = network(trial, images);
        try {
            Start start = Start.of(trial, network, images.training(), run, data);
            return train(new Job(trial, network, images, start, run, progress), stop, begin);
        } catch (IOException e) {
            throw new RunException(run.folder() + ": its checkpoint cannot be written (" + e.getMessage()
                    + "); free space, and start the same command again: it goes on from the last whole checkpoint", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException(run.folder() + ": interrupted while waiting for images", e);
        }
    }

    private static Network network(Trial trial, DataSet images) {
        try {
            return trial.architecture()
                    .network(new Shape(images.training().height(), images.training().width(), Images.CHANNELS), images.classes().size());
        } catch (IllegalArgumentException e) {
            throw new DataException("data set '" + trial.data().name() + "' does not fit the network: " + e.getMessage(), e);
        }
    }

    /** What a trial trains, where it begins and who is told. */
    private record Job(Trial trial, Network network, DataSet images, Start start, OpenRun run, TrialProgress progress) {}

    private Ending train(Job job, BooleanSupplier stop, long begin) throws IOException, InterruptedException {
        Trial trial = job.trial();
        Start start = job.start();
        try (TrainableNetwork trainable = TrainableNetwork.build(job.network(), settingsOf(trial.recipe()),
                settings.where(), start.frozen())) {
            TrainingLoop loop = new TrainingLoop(trial, job.network(), job.images(), start.normalisation(), trainable,
                    job.run(), job.progress(), meter);
            Path checkpoint = job.run().checkpoints().resolve(TrainingLoop.CHECKPOINT);
            if (Files.exists(checkpoint)) {
                restore(loop, checkpoint);
            } else {
                trainable.write(start.values(trainable.shapes()));
            }
            if (stop.getAsBoolean()) {
                return Ending.STOPPED;
            }
            DataSpec spec = trial.data();
            Augmentation augmentation = new Augmentation(spec.augmentation().pad(), spec.augmentation().flip());
            try (PreparedBatches batches = new PreparedBatches(job.images().training(), start.normalisation(), augmentation,
                    trial.recipe().batchSize(), trial.seed(), loop.iterations() + 1, PREPARING_THREADS)) {
                return loop.run(batches, stop, begin);
            }
        }
    }

    private void measureIdlePower(TrialProgress progress) {
        if (meter.secondsToPrepare() <= 0) {
            return;
        }
        progress.phase("measuring idle power for " + Math.round(meter.secondsToPrepare()) + " s");
        try {
            meter.prepare();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("interrupted while measuring idle power", e);
        }
    }

    private static void restore(TrainingLoop loop, Path checkpoint) {
        try {
            loop.restore(Checkpoint.read(checkpoint));
        } catch (IOException e) {
            throw new RunException("the checkpoint cannot be read (" + e.getMessage()
                    + "); bring the file back, or delete it to train from the first iteration, and start the same command again", e);
        }
    }

    private void requireDevice(Map<String, String> environment) {
        if (settings.where() == Device.CPU || settings.where() == Device.AUTO && !settings.deterministic()) {
            return;
        }
        boolean gpu = Devices.hasGpu();
        if (settings.where() == Device.GPU && !gpu) {
            throw new RunException("device gpu: TensorFlow sees no GPU here; run: resbench doctor, or use --device auto");
        }
        if (gpu && settings.deterministic() && !ON.contains(environment.getOrDefault(DETERMINISTIC, "").toLowerCase(Locale.ROOT))) {
            throw new RunException("--deterministic: TensorFlow must be told before it starts; set " + DETERMINISTIC
                    + "=1 in the environment (harness/resbench does), or use --device cpu, where every training is deterministic");
        }
    }

    private static TrainableNetwork.Settings settingsOf(Recipe recipe) {
        return new TrainableNetwork.Settings(recipe.batchSize() / recipe.microBatchSize(), recipe.momentum(), recipe.weightDecay(),
                TrainableNetwork.Decayed.valueOf(recipe.decayedVariables().name()), recipe.batchNorm().epsilon(),
                recipe.batchNorm().momentum(), Precision.valueOf(recipe.precision().name()));
    }
}

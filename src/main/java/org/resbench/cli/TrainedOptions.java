package org.resbench.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.resbench.arch.Shape;
import org.resbench.data.DataHome;
import org.resbench.evaluate.TrainedNetwork;
import org.resbench.evaluate.TrainedRun;
import org.resbench.evaluate.WeightsFile;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import org.resbench.tf.Device;
import org.resbench.weights.Setting;
import picocli.CommandLine.Option;

/** Which trained network is to be used, and how: {@code @Mixin private TrainedOptions which}. */
public final class TrainedOptions {
    @Option(names = "--network", paramLabel = "NAME", description = "Such as resnet-20 (default: what the run or the file says).")
    private String network;

    @Option(names = "--run", paramLabel = "RUN",
            description = "A run that was trained: its folder, name, or part of a name that one run has.")
    private String run;

    @Option(names = "--weights", paramLabel = "FILE", description = "A safetensors file with Resbench's or "
            + "PyTorch's names: CIFAR networks as akamaster/pytorch_resnet_cifar10 has them, ResNet-18 to 152 as torchvision.")
    private Path weights;

    @Option(names = "--zero-channels", paramLabel = "WHERE", description = "Option A's zero channels: after, or "
            + "half_before_half_after. This, --convolution-padding, --batch-norm-epsilon and --input-... overrule the file's __metadata__, "
            + "and are needed where it does not say them.")
    private String zeroChannels;

    @Option(names = "--convolution-padding", paramLabel = "HOW", description = "centred (all sides alike, as PyTorch) or tensorflow_same.")
    private String convolutionPadding;

    @Option(names = "--batch-norm-epsilon", paramLabel = "NUMBER", description = "Such as 1e-5.")
    private String epsilon;

    @Option(names = "--input-range", paramLabel = "RANGE", description = "0..1 or 0..255: pixel values before the mean is taken off.")
    private String inputRange;

    @Option(names = "--input-mean", paramLabel = "R,G,B", description = "What is taken off, such as 0.485,0.456,0.406.")
    private String inputMean;

    @Option(names = "--input-std", paramLabel = "R,G,B", description = "What is divided by then, such as 0.229,0.224,0.225.")
    private String inputStd;

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "auto", description = "auto, cpu or gpu (default: ${DEFAULT-VALUE}).")
    private String device = "auto";

    /** @param argument a run that is named without {@code --run}, or null */
    void check(String argument) {
        if (argument != null && run != null) {
            throw new UserError("give the run once: RUN or --run");
        }
        run = run == null ? argument : run;
        check();
    }

    /** @throws UserError unless just one of run and file is given, or if a setting is given for a run, which needs none */
    void check() {
        if ((run == null) == (weights == null)) {
            throw new UserError(run == null ? "which weights? Give --run RUN or --weights FILE"
                    : "give either --run or --weights, not both");
        }
        if (run != null && !settings().isEmpty()) {
            throw new UserError(settings().keySet().iterator().next().option() + " is for --weights; a run knows how it was trained");
        }
    }

    Optional<String> network() {
        return Optional.ofNullable(network);
    }

    /** The run that is meant; empty with {@code --weights}.
     * @throws UserError if there is no such run, or {@code --network} names another network than it trained */
    Optional<Run> run(RunStore store) {
        if (run == null) {
            return Optional.empty();
        }
        Run found = RunStore.read(RunArgument.folder(store, run));
        String label = found.manifest().trial().architecture().label();
        if (network != null && !network.equals(label)) {
            throw new UserError(found.folder() + ": is a run of " + label + ", not of " + network
                    + "; leave --network out, or name another run");
        }
        return Optional.of(found);
    }

    Path weights() {
        return weights;
    }

    /** The network that is meant, of a run or of a file.
     * @param home where the data of the run are
     * @param input size of the images for a file; null for what the file says, else the network's own */
    TrainedNetwork network(RunStore store, DataHome home, Shape input) {
        Optional<Run> found = run(store);
        if (found.isPresent() && input != null) {
            throw new UserError("--input is for --weights; a run reads images of the size that it was trained on");
        }
        return found.map(trained -> TrainedRun.open(trained, home).network())
                .orElseGet(() -> WeightsFile.open(weights).network(network(), Optional.ofNullable(input), settings()));
    }

    /** What to name things after that are made of it. */
    String stem(RunStore store) {
        return run(store).map(found -> found.folder().getFileName().toString())
                .orElseGet(() -> weights.getFileName().toString().replaceFirst("\\.safetensors$", ""));
    }

    Map<Setting, String> settings() {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        put(given, Setting.ZERO_CHANNELS, zeroChannels);
        put(given, Setting.CONVOLUTION_PADDING, convolutionPadding);
        put(given, Setting.BATCH_NORM_EPSILON, epsilon);
        put(given, Setting.INPUT_RANGE, inputRange);
        put(given, Setting.INPUT_MEAN, inputMean);
        put(given, Setting.INPUT_STD, inputStd);
        return given;
    }

    private static void put(Map<Setting, String> given, Setting setting, String value) {
        if (value != null) {
            given.put(setting, value);
        }
    }

    Device device() {
        return device(device);
    }

    /** @throws UserError if there is no such device */
    static Device device(String device) {
        if (!List.of("auto", "cpu", "gpu").contains(device)) {
            throw new UserError("--device: '" + device + "' must be one of auto, cpu, gpu");
        }
        return Device.valueOf(device.toUpperCase(Locale.ROOT));
    }
}

package org.resbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.resbench.arch.Architecture;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.arch.counting.Counting;
import org.resbench.cli.profile.ProfileChart;
import org.resbench.cli.profile.ProfileFacts;
import org.resbench.cli.profile.ProfileText;
import org.resbench.data.Progress;
import org.resbench.data.Refusal;
import org.resbench.profile.ChromeTrace;
import org.resbench.profile.Machine;
import org.resbench.profile.Profile;
import org.resbench.profile.Profiler;
import org.resbench.profile.Setup;
import org.resbench.profile.Workload;
import org.resbench.report.charts.Drawings;
import org.resbench.report.documents.SvgDocument;
import org.resbench.runs.Json;
import org.resbench.spec.Defaults;
import org.resbench.tf.Device;
import org.resbench.tf.Devices;
import org.resbench.tf.TrainableNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench profile}: where the time of a step goes. */
@Command(name = "profile", mixinStandardHelpOptions = true,
        header = "Where the time of a training step or a test batch goes.",
        description = "Builds a network with random weights, makes steps on random images, and says where their time goes by kind of "
                + "layer and by layer, after TensorFlow's own step statistics, beside a large matrix product and a copy of memory in the "
                + "same process. Writes one traced step for chrome://tracing or ui.perfetto.dev, and a bar chart.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the device or the files refuse", "2:the input is wrong"},
        footer = {"", "Examples:", "  resbench profile resnet-20", "  resbench profile resnet-50 --batch 8 --inference --json",
            "  resbench profile resnet-56 --batch 32 --steps 20 --out profiles"})
final class ProfileCommand implements Callable<Integer> {
    static final String OUT = "profile";
    private static final int SMALL_SIDE = 64;
    private static final int SMALL_IMAGES = 128;
    private static final int LARGE_IMAGES = 16;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    @Mixin private CommonOptions common;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NETWORK", description = "Any that 'resbench network' knows, such as resnet-20 or resnet-50.")
    private String name;

    @Option(names = "--batch", paramLabel = "N", description = "Images in a step (default: " + SMALL_IMAGES + " of up to "
            + SMALL_SIDE + " pixels a side, " + LARGE_IMAGES + " larger ones).")
    private Integer batch;

    @Option(names = "--input", paramLabel = "SIZE", converter = ShapeArgument.class,
            description = "Size of the image: 32, 48x32 or 28x28x1 (default: the network's own).")
    private Shape input;

    @Option(names = "--classes", paramLabel = "N", description = "Number of classes (default: the network's own).")
    private Integer classes;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "10",
            description = "Steps that are timed, and as many that are traced (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--inference", description = "Profile the scores of a test batch instead of a training step.")
    private boolean inference;

    @Option(names = "--top", paramLabel = "N", defaultValue = "10",
            description = "Layers in the table, the slowest first (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "auto", description = "auto, cpu or gpu (default: ${DEFAULT-VALUE}).")
    private String device = "auto";

    @Option(names = "--out", paramLabel = "DIR", defaultValue = OUT, description = "Where the files go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of(OUT);

    @Override public Integer call() {
        Network network = network();
        int images = batch != null ? batch : Math.max(network.input().height(), network.input().width()) <= SMALL_SIDE
                ? SMALL_IMAGES : LARGE_IMAGES;
        requirePositive("--batch", images);
        requirePositive("--steps", steps);
        requirePositive("--top", top);
        Device chosen = TrainedOptions.device(device);
        requireMemory(network, images, chosen);
        requireDevice(chosen);
        WritableFolder.require("--out", out);
        Profile profile = profile(network, images, chosen);
        List<Path> files = write(profile);
        spec.commandLine().getOut().print(common.json() ? Json.pretty(ProfileFacts.json(profile, files)) : ProfileText.of(profile, top));
        spec.commandLine().getOut().flush();
        if (!common.quiet() && !common.json()) {
            files.forEach(file -> spec.commandLine().getErr().println("written: " + file));
        }
        return ExitCode.DONE;
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new UserError(option + ": " + value + " is not possible; must be 1 or more");
        }
    }

    /** By the model of {@code resbench network --batch}: a step that does not fit would end the process without a word. A GPU's memory is
     * not known here; TensorFlow says when it is full. */
    private void requireMemory(Network network, int images, Device chosen) {
        boolean cpu = chosen == Device.CPU
                || Natives.onClassPath(System.getProperty("java.class.path")).stream().noneMatch(one -> one.endsWith("-gpu"));
        String step = inference ? "a test batch" : "a training step";
        long needed = inference ? Counting.inferenceBytes(network, images) : Counting.trainingMemory(network, images).totalBytes();
        long has = Doctor.memory().totalBytes();
        if (cpu && needed > has) {
            throw new UserError("--batch: " + step + " of " + images + " images needs about " + RunsText.bytes(needed)
                    + " and this machine has " + RunsText.bytes(has) + "; give a smaller --batch or --input");
        }
        if (images * network.input().elements() > LARGEST_ARRAY) {
            throw new UserError("--batch: " + images + " images have more than the " + LARGEST_ARRAY + " values that an array of Java may "
                    + "have; give a smaller --batch or --input");
        }
    }

    private static void requireDevice(Device chosen) {
        if (chosen == Device.GPU && !Devices.hasGpu()) {
            throw new UserError("--device gpu: TensorFlow sees no GPU here; 'resbench doctor' says what is missing", ExitCode.FAILED);
        }
    }

    private Network network() {
        try {
            Architecture architecture = Catalogue.find(name);
            return architecture.network(input == null ? architecture.standardInput() : input,
                    classes == null ? architecture.standardClasses() : classes);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
    }

    private Profile profile(Network network, int images, Device chosen) {
        Progress progress = DataCommand.progress(spec, common.quiet());
        try (Workload workload = workload(network, images, chosen); Machine machine = Machine.of(chosen)) {
            Setup setup = new Setup(name, inference ? Setup.Work.INFERENCE : Setup.Work.TRAINING, images, network.input(),
                    network.classes(), workload.device());
            Profiler.Plan plan = new Profiler.Plan(setup, network, steps);
            progress.begin("profiling", 0, plan.total(), Progress.Unit.STEPS);
            return new Profiler().profile(plan, workload, machine, (done, total) -> progress.at(done));
        } finally {
            progress.end();
        }
    }

    private Workload workload(Network network, int images, Device chosen) {
        return inference ? Workload.inference(network, images, Defaults.BATCH_NORM_EPSILON, chosen)
                : Workload.training(network, images, new TrainableNetwork.Settings(1, Defaults.MOMENTUM, Defaults.WEIGHT_DECAY,
                TrainableNetwork.Decayed.valueOf(Defaults.DECAYED_VARIABLES.name()), Defaults.BATCH_NORM_EPSILON,
                Defaults.BATCH_NORM_MOMENTUM), chosen);
    }

    private List<Path> write(Profile profile) {
        ProfileChart chart = new ProfileChart(profile);
        Path folder = out.resolve(profile.setup().stem());
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(out);
            files.add(Files.writeString(folder.resolveSibling(folder.getFileName() + ".trace.json"), ChromeTrace.of(profile)));
            files.add(Files.write(folder.resolveSibling(folder.getFileName() + ".svg"),
                    SvgDocument.of(Drawings.svg(chart.picture())).getBytes(StandardCharsets.UTF_8)));
            files.add(Files.write(folder.resolveSibling(folder.getFileName() + ".png"), Drawings.png(chart.picture())));
        } catch (IOException e) {
            throw new UserError("--out " + out + ": cannot be written (" + Refusal.words(e)
                    + "); name another folder with --out", ExitCode.FAILED);
        }
        return files;
    }
}

package org.resbench.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.resbench.claims.looks.LooksPlan;
import org.resbench.cli.session.Trainer;
import org.resbench.data.DataRequest;
import org.resbench.energy.EnergyMeter;
import org.resbench.energy.Meters;
import org.resbench.report.Format;
import org.resbench.report.cells.ClassNames;
import org.resbench.runs.Manifest;
import org.resbench.runs.Provenances;
import org.resbench.runs.RunStore;
import org.resbench.runs.measurements.MeasurementStore;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Experiment;
import org.resbench.spec.Measuring;
import org.resbench.spec.Trial;
import org.resbench.tf.Device;
import org.resbench.tf.Devices;
import org.resbench.train.TrialRunner;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resbench run}: an experiment from its file to its report. */
@Command(name = "run", mixinStandardHelpOptions = true, header = "Trains an experiment, judges its claims, reports.",
        description = "Trials that have a result are skipped, unfinished ones go on from their last checkpoint.",
        footer = {"", "Examples:", "  resbench run experiments/quickstart.yaml --scale smoke",
            "  resbench run experiments/quickstart.yaml --until-decided --max-seeds 12"})
final class RunCommand implements Callable<Integer> {
    private static final int LONGEST_IDLE_SECONDS = 3600;
    private static final List<String> DEVICES = List.of("auto", "cpu", "gpu");

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ExperimentOptions how;

    @Mixin
    private MeterOptions meter;

    @Mixin
    private FootprintOptions footprint;

    @Mixin
    private LooksOptions looks;

    @Parameters(paramLabel = "FILE", description = "The experiment's YAML file.")
    private Path file;

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "auto",
            description = "auto, cpu or gpu (default: ${DEFAULT-VALUE}; auto takes a GPU that TensorFlow sees).")
    private String device;

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1", description = "Trials at a time (default: ${DEFAULT-VALUE}).")
    private int jobs;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes (default: report/NAME-SCALE).")
    private Path out;

    @ArgGroup(exclusive = true)
    private Failures failures = new Failures();

    @Option(names = "--idle-seconds", paramLabel = "N", defaultValue = "" + Meters.IDLE_SECONDS,
            description = "Measure the idle machine for so long before the first trial, where there is a meter (default: "
                    + "${DEFAULT-VALUE}; 0: do not).")
    private int idleSeconds;

    @Option(names = "--deterministic", description = "Equal bits on every run, also on a GPU; on a CPU they are equal anyway.")
    private boolean deterministic;

    @Option(names = "--tensorboard", description = "Write TensorBoard event files into the run folders too.")
    private boolean tensorBoard;

    /** What to do after a trial that cannot be carried out. */
    private static final class Failures {
        @Option(names = "--fail-fast", description = "Stop at the first trial that cannot be carried out.")
        private boolean failFast;

        @Option(names = "--keep-going", description = "Go on with the other trials (the default).")
        private boolean keepGoing;
    }

    @Override public Integer call() {
        checkArguments();
        Experiment experiment = how.load(file, common.runStore(), common.dataHome());
        Path report = out != null ? out : ExperimentOptions.reportFolder(experiment);
        Optional<LooksPlan> plan = looks.plan(experiment, report);
        if (experiment.complexity().isPresent()) {
            return new CountingRun(experiment, experiment.complexity().get(), report, spec.commandLine().getOut()).run(common.json());
        }
        if (experiment.measuring().isPresent()) {
            return measure(experiment, experiment.measuring().get(), report);
        }
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        ExperimentRun.Options options = new ExperimentRun.Options(jobs, failures.failFast, common.quiet(), common.json(),
                Boolean.getBoolean(Streams.LIVE_PROPERTY), report,
                "resbench " + ShellWords.of(arguments), footprint.footprint(), plan, looks.untilDecided());
        return new ExperimentRun(experiment, common.runStore(), new Tools(experiment, arguments), options, spec.commandLine().getOut(),
                spec.commandLine().getErr()).run();
    }

    private int measure(Experiment experiment, Measuring measuring, Path report) {
        if (jobs > 1) {
            throw new UserError("--jobs: " + jobs + " must be 1, since " + file
                    + " measures, and networks measured at a time slow each other down");
        }
        WritableFolder.require("--out", report);
        WritableFolder.require("--runs", common.runStore().root());
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        boolean gpu = !device.equals("cpu") && Devices.hasGpu();
        if (device.equals("gpu") && !gpu) {
            throw new UserError("--device: gpu: TensorFlow sees no GPU here; 'resbench doctor' says why", ExitCode.FAILED);
        }
        try (EnergyMeter opened = meter.open(gpu, idleSeconds)) {
            boolean complete = new MeasuringRun(experiment, measuring, new MeasurementStore(common.runStore().root()),
                    gpu ? Device.GPU : Device.CPU, gpu, opened, Provenances.collect(arguments, Devices.version()),
                    "resbench " + ShellWords.of(arguments), common.quiet(), spec.commandLine().getErr()).run();
            if (!complete) {
                return ExitCode.INTERRUPTED;
            }
        }
        return new Reporting(common.runStore(), new Reporting.Options(report, EnumSet.allOf(Format.class), common.quiet(),
                common.json(), footprint.footprint()), spec.commandLine().getOut()).of(experiment);
    }

    private void checkArguments() {
        if (!DEVICES.contains(device)) {
            throw new UserError("--device: '" + device + "' must be one of " + String.join(", ", DEVICES));
        }
        if (jobs < 1) {
            throw new UserError("--jobs: " + jobs + " must be at least 1");
        }
        if (idleSeconds < 0 || idleSeconds > LONGEST_IDLE_SECONDS) {
            throw new UserError("--idle-seconds: " + idleSeconds + " must be between 0 and " + LONGEST_IDLE_SECONDS);
        }
        meter.choice();
        footprint.footprint();
    }

    /** The real trainer and data. */
    private final class Tools implements ExperimentRun.Workshop {
        private final Experiment experiment;
        private final Manifest.Provenance provenance;

        Tools(Experiment experiment, List<String> arguments) {
            this.experiment = experiment;
            provenance = Provenances.collect(arguments, Devices.version());
        }

        @Override public void requireData(List<Trial> trials) {
            trials.stream().map(Trial::data).map(DataSpec::name).distinct().filter(name -> !name.equals("synthetic"))
                    .forEach(name -> common.dataHome().load(DataRequest.whole(name)));
            new Sources(common.dataHome()).require(trials);
        }

        @Override public Manifest manifest(Trial trial) {
            return new Manifest(Manifest.SCHEMA, RunStore.fingerprint(trial), experiment.name(), experiment.scale(),
                    trial, Instant.now(), provenance);
        }

        @Override public ClassNames classNames() {
            return common.dataHome()::classNames;
        }

        @Override public Trainer trainer() {
            return new TrialRunner(common.dataHome(), openMeter(), new TrialRunner.Settings(device, deterministic, tensorBoard))::train;
        }

        /** Trials side by side all get the energy of all, so none of them has its own. */
        private EnergyMeter openMeter() {
            if (jobs > 1) {
                return Meters.none("several trials were trained at a time (--jobs " + jobs
                        + "), and a meter cannot tell their energy apart; measure with --jobs 1");
            }
            boolean gpu = !device.equals("cpu") && Devices.hasGpu();
            if (device.equals("auto") && !gpu && Natives.forGpus() && !common.quiet()) {
                spec.commandLine().getErr()
                        .println("device auto: TensorFlow sees no GPU here, so the CPU does the work; 'resbench doctor' says why");
            }
            return meter.open(gpu, idleSeconds);
        }
    }
}

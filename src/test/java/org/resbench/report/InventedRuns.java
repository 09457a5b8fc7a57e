package org.resbench.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Family;
import org.resbench.arch.PixelGrid;
import org.resbench.arch.ShortcutOption;
import org.resbench.arch.ZeroChannels;
import org.resbench.claims.Judge;
import org.resbench.claims.Judgement;
import org.resbench.claims.Verdict;
import org.resbench.runs.EnergyBreakdown;
import org.resbench.runs.Event;
import org.resbench.runs.Manifest;
import org.resbench.runs.OpenRun;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.spec.Claim.Selector;
import org.resbench.spec.Claim;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Experiment;
import org.resbench.spec.PaperReference;
import org.resbench.spec.Recipe;
import org.resbench.spec.ReportPlan;
import org.resbench.spec.Scale;
import org.resbench.spec.Trial;
import org.resbench.stats.Interval;

/** Runs with invented numbers, to try the report on. Nothing here was measured; every text says so. */
public final class InventedRuns {
    static final Instant NOW = Instant.parse("2015-12-10T12:00:00Z");
    private static final int ITERATIONS = 6400;
    private static final int STEPS = 64;
    private static final int EVALUATIONS = 10;

    private final List<Integer> depths;
    private final List<Long> seeds;
    private final Scale scale;

    public InventedRuns(List<Integer> depths, List<Long> seeds, Scale scale) {
        this.depths = depths;
        this.seeds = seeds;
        this.scale = scale;
    }

    /** Two depths, two seeds, one of them diverged, one failed. */
    public static InventedRuns some() {
        return new InventedRuns(List.of(20, 56), List.of(1L, 2L), Scale.REDUCED);
    }

    /** With the real judge, at a fixed time. */
    public ReportWriter writer() {
        return new ReportWriter(experiment(), runs(), judgements()).with(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** With judgements made up here, so that the judge's wording does not matter. */
    ReportWriter sealedWriter() {
        return new ReportWriter(experiment(), runs(), sealedJudgements()).with(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private List<Judgement> sealedJudgements() {
        Judgement.Evidence diverged = new Judgement.Evidence("plain-56", 1, 90, true, "plain-56-s1-0123456789ab");
        List<Verdict> verdicts = List.of(Verdict.INCONCLUSIVE, Verdict.SEEN_AT_THIS_SCALE, Verdict.NOT_SEEN_AT_THIS_SCALE,
                Verdict.NOT_COMPARABLE);
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            boolean tested = i == 1 || i == 2;
            judgements.add(new Judgement(claims().get(i), verdicts.get(i), i == 3 ? Optional.empty()
                    : Optional.of(new Interval(-1.25, -2, -0.5, 0.95, "Welch t")),
                    "resnet-56 minus resnet-20", tested ? Optional.of(new Judgement.Test("Welch t test", 0.01, 0.02, 3)) : Optional.empty(),
                    "Invented sentence " + i + ".", Optional.empty(), Optional.empty(), List.of(diverged),
                    List.of(new Judgement.Missing("plain-56", 2, "failed")),
                    List.of("an invented note")));
        }
        return judgements;
    }

    /** Writes every run into the store, as training would. */
    public void store(RunStore store) {
        for (Run run : runs()) {
            try (OpenRun open = store.open(run.manifest())) {
                run.events().forEach(e -> open.append(e.kind(), e.iteration(), e.fields()));
                run.result().ifPresent(open::complete);
            }
        }
    }

    public Experiment experiment() {
        List<Trial> trials = new ArrayList<>();
        for (Family family : List.of(Family.PLAIN, Family.RESIDUAL)) {
            for (int depth : depths) {
                seeds.forEach(seed -> trials.add(trial(family, depth, seed)));
            }
        }
        return new Experiment("invented", "Invented numbers: degradation with depth", new PaperReference("he2015", "figure 6"), scale,
                trials,
                claims(), new ReportPlan(List.of(), List.of()), Path.of("experiments/invented.yaml"));
    }

    private static Trial trial(Family family, int depth, long seed) {
        Recipe recipe = new Recipe(128, 128, ITERATIONS, 0.1, List.of(new Recipe.Drop(3200, 0.1), new Recipe.Drop(4800, 0.1)),
                Optional.empty(), 0.9,
                1e-4, Recipe.DecayedVariables.ALL, Recipe.Initialisation.HE_NORMAL,
                new Recipe.BatchNormSpec(1e-5, Recipe.BatchNormSpec.Statistics.MOVING, 0.9, 0), 640, 640, 640, true);
        DataSpec data = new DataSpec("invented-images", DataSpec.Split.TRAIN_TEST, 0, 0, 0, 0, DataSpec.Normalisation.PIXEL_MEAN,
                new DataSpec.AugmentationSpec(4, true));
        String name = (family == Family.PLAIN ? "plain-" : "resnet-") + depth;
        return new Trial(name, Map.of("network.family", family.name().toLowerCase(java.util.Locale.ROOT), "network.depth",
                Integer.toString(depth)),
                new CifarNetwork(family, depth, ShortcutOption.A, 16, PixelGrid.CENTRED, ZeroChannels.AFTER), data, recipe, seed);
    }

    /** One run for each trial; the last plain network's first seed diverged, its second failed, the third of the first is missing. */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Trial trial : experiment().trials()) {
            CifarNetwork network = (CifarNetwork) trial.architecture();
            boolean deepest = network.family() == Family.PLAIN && network.depth() == depths.get(depths.size() - 1);
            boolean shallowest = network.family() == Family.PLAIN && network.depth() == depths.get(0);
            int nth = seeds.indexOf(trial.seed());
            if (!(shallowest && nth == 2)) {
                runs.add(run(trial, deepest && nth == 0 ? RunStatus.DIVERGED : deepest && nth == 1 ? RunStatus.FAILED
                        : RunStatus.COMPLETED));
            }
        }
        return runs;
    }

    private Run run(Trial trial, RunStatus status) {
        CifarNetwork network = (CifarNetwork) trial.architecture();
        Random random = new Random(31 * trial.seed() + network.depth() + (network.family() == Family.PLAIN ? 7 : 0));
        double depth = Math.log(network.depth() / 20.0);
        double floor = network.family() == Family.PLAIN ? 9.5 + 3.2 * depth : 8.7 - 1.6 * depth;
        double test = floor + 0.25 * random.nextGaussian();
        double training = network.family() == Family.PLAIN ? 1.8 + 4.5 * depth + 0.2 * random.nextGaussian()
                : Math.max(0.1, 1.5 - 1.0 * depth + 0.1 * random.nextGaussian());
        List<Event> events = events(network, test, training, random, status);
        String fingerprint = RunStore.fingerprint(trial);
        Manifest manifest = new Manifest(Manifest.SCHEMA, fingerprint, "invented", scale, trial, NOW,
                new Manifest.Provenance("0.1.0-invented", "0123456789abcdef0123456789abcdef01234567", true, "Invented JVM 17",
                "Linux 6.1 amd64",
                        "Invented CPU at 3 GHz", 2, "2.18.0", "host", List.of("resbench", "run", "experiments/invented.yaml"), Map.of()));
        Optional<RunResult> result = switch (status) {
            case COMPLETED, DIVERGED -> Optional.of(result(network, status, test, training, random, fingerprint));
            case FAILED, INTERRUPTED, RUNNING -> Optional.empty();
        };
        Path folder = Path.of("runs", trial.cell() + "-s" + trial.seed() + "-" + fingerprint.substring(0, 12));
        return new MemoryRun(folder, manifest, status, result, events);
    }

    private static List<Event> events(CifarNetwork network, double test, double training, Random random, RunStatus status) {
        List<Event> events = new ArrayList<>();
        int end = status == RunStatus.COMPLETED ? ITERATIONS : ITERATIONS / 3;
        for (int k = 1; k <= STEPS; k++) {
            int iteration = k * ITERATIONS / STEPS;
            if (iteration <= end) {
                double noise = 0.6 * random.nextGaussian();
                events.add(event("step", iteration, Map.of("training_error_percent", Math.max(0, curve(iteration, training) + noise),
                        "loss", 0.5,
                        "images_per_second", 900.0)));
                if (k % (STEPS / EVALUATIONS) == 0 || k == STEPS) {
                    events.add(event("evaluation", iteration, Map.of("test_error_percent",
                            iteration == ITERATIONS ? test : curve(iteration, test) + 1.2 * Math.abs(random.nextGaussian()))));
                }
            }
        }
        for (int iteration : new int[] {1, ITERATIONS / 2, ITERATIONS}) {
            if (iteration <= end) {
                events.add(event("layer_gradient_norms", iteration, Map.of("norms", norms(network, iteration, random))));
            }
        }
        return events;
    }

    private static double curve(int iteration, double last) {
        double t = iteration / (double) ITERATIONS;
        double rate = t < 0.5 ? 12 : t < 0.75 ? 4 : 0;
        return last + rate + 70 * Math.exp(-9 * t);
    }

    private static Map<String, Double> norms(CifarNetwork network, int iteration, Random random) {
        Map<String, Double> norms = new LinkedHashMap<>();
        for (int layer = 1; layer <= network.depth(); layer++) {
            double slope = network.family() == Family.PLAIN ? 1.2 : 0.3;
            double scale = iteration == 1 ? 1 : 0.1;
            norms.put("layer" + layer, scale * Math.exp(-slope * layer / network.depth() + 0.15 * random.nextGaussian()));
        }
        return norms;
    }

    private static Event event(String kind, int iteration, Map<String, Object> fields) {
        return new Event(NOW, kind, iteration, fields);
    }

    private static RunResult result(CifarNetwork network, RunStatus status, double test, double training, Random random,
            String weights) {
        boolean diverged = status == RunStatus.DIVERGED;
        Map<String, Double> responses = new LinkedHashMap<>();
        for (int layer = 1; layer < network.depth() && !diverged; layer++) {
            responses.put("layer" + layer, (network.family() == Family.PLAIN ? 1.1 : 0.6) * Math.pow(network.depth() / 20.0, -0.3)
                    * Math.exp(0.25 * random.nextGaussian()));
        }
        double error = diverged ? 90 : Math.round(test * 100) / 100.0;
        return new RunResult(RunResult.SCHEMA, status, diverged ? ITERATIONS / 3 : ITERATIONS,
                new RunResult.Final(error, diverged ? 90 : training, diverged ? Double.NaN : 0.4, diverged ? Double.NaN : training / 20,
                Math.round(error * 100)),
                new RunResult.Best(error - (diverged ? 20 : 0.1), ITERATIONS / 3),
                new RunResult.Protocol("test", 1, "final iteration", "moving", 128),
                new RunResult.DataUsed("invented-images", "f".repeat(64), 50_000, 10_000, 32, 10), 13_500L * network.depth(),
                2_000_000L * network.depth(), weights,
                new RunResult.Speed(18_000.0 / network.depth(), 40.5 * network.depth(), 2.5 * network.depth(), 4.5,
                "cpu: Invented CPU, 2 threads", 1),
                network.depth() == 20 ? new RunResult.Energy("unavailable", Optional.empty(), "no counter could be read in this invention")
                        : energy(network.depth(), Math.round(error * 100) % 8),
                responses);
    }

    /** Of power 16.3 W against 3 W idle; ten tests of 10,000 images. */
    private static RunResult.Energy energy(int depth, long more) {
        double training = 660.0 * depth + more;
        double testing = 40.0 * depth;
        return new RunResult.Energy("measured", Optional.of(training + testing), "invented counter",
                Optional.of(new EnergyBreakdown(43.0 * depth, Optional.of(training), Optional.of(testing), 100_000,
                        Optional.of(21.5), Optional.of(3.0),
                List.of(new EnergyBreakdown.Part("invented", training + testing)), List.of("the invented machine ran on its battery"))));
    }

    private List<Claim> claims() {
        int shallow = depths.get(0);
        int deep = depths.get(depths.size() - 1);
        return List.of(
                new Claim("plain-degrades",
                "The deeper plain network has higher training error, and thus test error: depth itself makes it harder to"
                        + " optimise.", "section 1, figure 1",
                        new Claim.Statement.Difference("training_error_percent", cell("plain", deep), cell("plain", shallow),
                        Claim.Side.ABOVE, 0)),
                new Claim("residual-gains", "The deeper residual network has the lower test error.", "section 4.2, figure 6 middle",
                        new Claim.Statement.Difference("test_error_percent", cell("residual", deep), cell("residual", shallow),
                        Claim.Side.BELOW, -0.5)),
                new Claim("residual-trains-worse",
                "Residual networks train worse with depth (the paper says the contrary; invented to be denied).",
                        "nowhere", new Claim.Statement.Trend("training_error_percent", new Selector(Map.of("network.family", "residual")),
                        "network.depth",
                                Claim.Direction.INCREASES)),
                new Claim("published-number", "The shallow residual network reaches 8.75 % test error.", "table 6",
                        new Claim.Statement.Equivalence("test_error_percent", cell("residual", shallow), 8.75, 0.5)));
    }

    private static Selector cell(String family, int depth) {
        return new Selector(Map.of("network.family", family, "network.depth", Integer.toString(depth)));
    }

    /** What the judge says of the invented runs. */
    List<Judgement> judgements() {
        return Judge.judge(experiment(), runs());
    }

    /** The same run in another folder, by another commit, or with another result. */
    static Run altered(Run run, String folder, String commit, UnaryOperator<RunResult> result) {
        Manifest m = run.manifest();
        Manifest.Provenance p = m.provenance();
        return new MemoryRun(run.folder().resolveSibling(folder),
                new Manifest(m.schema(), m.fingerprint(), m.experiment(), m.scale(), m.trial(),
                        m.created(), new Manifest.Provenance(p.resbenchVersion(), commit, p.gitDirty(), p.jvm(),
                                p.os(), p.processor(), p.threads(),
                        p.tensorflow(), p.host(), p.commandLine(), p.environment())), run.status(), run.result().map(result), run.events());
    }

    /** A try of the same trial that failed. */
    static Run failed(Run run, String folder) {
        return new MemoryRun(run.folder().resolveSibling(folder), run.manifest(), RunStatus.FAILED, Optional.empty(), List.of());
    }

    /** The same run, with what it took each test image for. */
    public static Run predicting(Run run, int[] labels, int[] predicted) {
        return new MemoryRun(run.folder(), run.manifest(), run.status(), run.result(), run.events(),
                Optional.of(new Run.Predictions(labels, predicted)));
    }

    private record MemoryRun(Path folder, Manifest manifest, RunStatus status, Optional<RunResult> result, List<Event> events,
            Optional<Predictions> predictions) implements Run {
        MemoryRun(Path folder, Manifest manifest, RunStatus status, Optional<RunResult> result, List<Event> events) {
            this(folder, manifest, status, result, events, Optional.empty());
        }
    }
}

package org.resbench.cli.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.arch.Shape;
import org.resbench.data.DataHome;
import org.resbench.data.DataOutline;
import org.resbench.data.DataRequest;
import org.resbench.runs.Event;
import org.resbench.runs.Run;
import org.resbench.runs.RunException;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunStore;
import org.resbench.runs.StartingWeights;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Experiment;
import org.resbench.spec.Trial;

/** Makes the plan of an experiment from its file and from the runs that are there. Reads no images and loads no TensorFlow. */
public final class Planner {
    /** Loading TensorFlow, and a report of a dozen runs, on two cores; it matters to rehearsals only. */
    static final double START_AND_REPORT_SECONDS = 6;

    /** Enough for times that are worth a forecast, with the first steps. */
    public static final long MEASURED_STEPS = 4 * Measurement.STEADY_STEPS;

    private final RunStore store;
    private final DataHome data;
    private final Function<Set<String>, Optional<String>> device;
    private final Set<String> notes = new TreeSet<>();

    /** @param device which of the devices that runs were measured on would train here, if any */
    public Planner(RunStore store, DataHome data, Function<Set<String>, Optional<String>> device) {
        this.store = store;
        this.data = data;
        this.device = device;
    }

    /** @throws org.resbench.data.DataException if the data set is damaged */
    public Plan plan(Experiment experiment) {
        Map<String, Run> runs = store.list().stream()
                .collect(Collectors.toMap(run -> run.manifest().fingerprint(), run -> run, (one, other) -> one));
        List<Measurement> measured = runs.values().stream().flatMap(run -> measurement(run).stream()).toList();
        Optional<String> here = device.apply(measured.stream().map(Measurement::device).collect(Collectors.toCollection(TreeSet::new)));
        Predictor predictor = new Predictor(measured.stream().filter(one -> here.filter(one.device()::equals).isPresent()).toList());
        List<TrialSize> sizes = sizes(experiment.trials());
        experiment.trials().stream().flatMap(trial -> trial.initialiseFrom().stream()).filter(from -> !from.known())
                .forEach(from -> notes.add(StartingWeights.missing(from)));
        List<Plan.Row> rows = sizes.stream()
                .map(size -> row(size, Optional.ofNullable(runs.get(RunStore.fingerprint(size.trial()))),
                        predictor.predict(size))).toList();
        long finished = rows.stream().filter(Plan.Row::finished).count();
        double rest = finished == rows.size() ? 0 : START_AND_REPORT_SECONDS;
        return new Plan(experiment.name(), experiment.title(), experiment.scale(), experiment.source(), store.root(), rows, finished,
                rows.stream().mapToLong(Plan.Row::steps).sum(), rows.stream().mapToLong(Plan.Row::images).sum(),
                here, START_AND_REPORT_SECONDS, sum(rows, Plan.Row::predictedSeconds).map(all -> all + START_AND_REPORT_SECONDS),
                sum(rows, Plan.Row::remainingSeconds).map(all -> all + rest),
                List.copyOf(notes));
    }

    private static Optional<Measurement> measurement(Run run) {
        try {
            return Measurement.of(run);
        } catch (RunException e) {
            // Its result is damaged: nothing to learn from it, and 'runs verify' says how to mend it.
            return Optional.empty();
        }
    }

    private static Optional<Double> sum(List<Plan.Row> rows, Function<Plan.Row, Optional<Double>> seconds) {
        return rows.stream().map(seconds).reduce(Optional.of(0.0), (sum, one) -> sum.flatMap(s -> one.map(o -> s + o)));
    }

    /** One network is counted once for all its seeds. */
    private List<TrialSize> sizes(List<Trial> trials) {
        record Cell(Object architecture, Object data, Object recipe) {}
        Map<Cell, TrialSize> known = new HashMap<>();
        List<TrialSize> sizes = new ArrayList<>();
        for (Trial trial : trials) {
            Cell cell = new Cell(trial.architecture(), trial.data(), trial.recipe());
            TrialSize size = known.get(cell);
            if (size == null) {
                size = size(trial);
                known.put(cell, size);
            }
            sizes.add(size.of(trial));
        }
        return sizes;
    }

    private TrialSize size(Trial trial) {
        DataSpec spec = trial.data();
        Optional<DataOutline> outline = DataOutline.of(data, spec.name());
        Shape standard = trial.architecture().standardInput();
        int usual = trial.architecture().standardClasses();
        if (outline.isEmpty()) {
            notes.add("data set '" + spec.name() + "' is not here: what the file leaves open is taken as " + standard + " images, " + usual
                    + " classes and no evaluation time; get it with: resbench data import PATH --name " + spec.name());
        } else if (!outline.get().here()) {
            notes.add("data set '" + spec.name() + "' is not here yet; get it with: resbench data fetch " + spec.name());
        }
        Shape own = outline.map(found -> new Shape(found.height(), found.width(), standard.channels())).orElse(standard);
        Shape input = spec.imageSize() == 0 ? own : Shape.image(spec.imageSize());
        int classes = spec.classes() == 0 ? outline.map(DataOutline::classes).orElse(usual) : spec.classes();
        DataRequest request = new DataRequest(spec.name(), spec.split() == DataSpec.Split.TRAIN_VALIDATION,
                spec.imageSize(), spec.classes(), spec.trainingImages(), spec.testImages());
        return TrialSize.of(trial, input, classes, outline.map(found -> found.testImages(request)).orElse(spec.testImages()));
    }

    private static Plan.Row row(TrialSize size, Optional<Run> run, Optional<Prediction> prediction) {
        Optional<RunStatus> status = run.map(Planner::status);
        boolean finished = status.filter(known -> known == RunStatus.COMPLETED || known == RunStatus.DIVERGED).isPresent();
        long kept = finished ? run.flatMap(Run::result).map(RunResult::iterations).orElse(0L) : run.map(Planner::lastCheckpoint).orElse(0L);
        Optional<Double> remaining = finished ? Optional.of(0.0) : prediction.map(one -> one.remainingSeconds(kept, size.steps()));
        return new Plan.Row(size.trial().cell(), size.trial().seed(), size.layers(), size.parameters(), size.multiplyAdds(),
                size.memoryBytes(), size.steps(), size.images(), status, kept, run.map(one -> one.folder().getFileName().toString()),
                prediction.map(Prediction::seconds), remaining, prediction);
    }

    /** A damaged run counts as failed: {@code run} will say what is wrong with it. */
    private static RunStatus status(Run run) {
        try {
            return run.status();
        } catch (RunException e) {
            return RunStatus.FAILED;
        }
    }

    private static long lastCheckpoint(Run run) {
        try {
            return run.events().stream().filter(event -> event.kind().equals("checkpoint")).mapToLong(Event::iteration)
                    .reduce(0, (one, later) -> later);
        } catch (RunException e) {
            return 0;
        }
    }
}

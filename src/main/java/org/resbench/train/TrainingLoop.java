package org.resbench.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.resbench.arch.Network;
import org.resbench.data.Batch;
import org.resbench.data.Batches;
import org.resbench.data.DataSet;
import org.resbench.data.Normalisation;
import org.resbench.energy.EnergyMeter;
import org.resbench.runs.OpenRun;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Recipe;
import org.resbench.spec.Recipe.BatchNormSpec.Statistics;
import org.resbench.spec.Trial;
import org.resbench.tf.Checkpoint;
import org.resbench.tf.LossScale;
import org.resbench.tf.TrainableNetwork;

/** The iterations of one trial: updates, events, evaluations, checkpoints, and the result at the end. */
final class TrainingLoop {
    static final String CHECKPOINT = "last.safetensors";
    private static final String LOSS_SCALE = "loss_scale";
    /** Step events hold means over so many iterations. */
    static final int ITERATIONS_PER_EVENT = 20;

    private final long seed;
    private final Recipe recipe;
    private final DataSet data;
    private final Normalisation normalisation;
    private final TrainableNetwork trainable;
    private final OpenRun run;
    private final TrialProgress progress;
    private final EnergyAccount energy;
    private final Results results;
    private final LoopState state;
    private final StepEvents steps;

    TrainingLoop(Trial trial, Network network, DataSet data, Normalisation normalisation, TrainableNetwork trainable, OpenRun run,
                 TrialProgress progress, EnergyMeter meter) {
        this.seed = trial.seed();
        this.recipe = trial.recipe();
        this.data = data;
        this.normalisation = normalisation;
        this.trainable = trainable;
        this.run = run;
        this.progress = progress;
        energy = new EnergyAccount(meter);
        results = new Results(trial, network, data);
        state = new LoopState(recipe, data.training().count());
        steps = new StepEvents(run, recipe);
    }

    long iterations() {
        return state.iterations();
    }

    void restore(Checkpoint checkpoint) {
        trainable.write(checkpoint.variables());
        state.restore(checkpoint.metadata());
        energy.restore(checkpoint.metadata());
        trainable.lossScale().ifPresent(scale -> scale.restore(checkpoint.metadata().get(LOSS_SCALE)));
    }

    private void checkpoint() throws IOException {
        Map<String, String> kept = state.save();
        energy.save(kept);
        trainable.lossScale().ifPresent(scale -> kept.put(LOSS_SCALE, scale.save()));
        new Checkpoint(trainable.read(), kept).write(run.checkpoints().resolve(CHECKPOINT));
        run.append("checkpoint", iterations(), Map.of("file", "checkpoints/" + CHECKPOINT));
    }

    /** @param stop asked after each step @param begin of the whole trial, {@code System.nanoTime()} */
    TrialRunner.Ending run(Batches batches, BooleanSupplier stop, long begin) throws IOException, InterruptedException {
        try (energy) {
            return train(batches, stop, begin);
        }
    }

    private TrialRunner.Ending train(Batches batches, BooleanSupplier stop, long begin) throws IOException, InterruptedException {
        run.append(iterations() == 0 ? "started" : "resumed", iterations(), Map.of("iterations", recipe.iterations()));
        state.clocks.session();
        progress.started(iterations() + 1, recipe.iterations());
        progress.phase("training");
        energy.begin();
        boolean first = true;
        while (iterations() < recipe.iterations()) {
            long start = System.nanoTime();
            double rate = state.rates.at(iterations() + 1);
            double waited = batches.secondsWaited();
            Batch batch = batches.next();
            waited = batches.secondsWaited() - waited;
            double scale = trainable.lossScale().map(LossScale::value).orElse(1.0);
            TrainableNetwork.Step step = trainable.step(batch.pixels(), batch.labels(), rate, seed, iterations() + 1);
            batches.recycle(batch);
            double seconds = (System.nanoTime() - start) / 1e9;
            state.updated(step.loss(), step.errors());
            if (first) {
                state.clocks.setup((System.nanoTime() - begin) / 1e9);
                first = false;
            } else {
                state.clocks.training(seconds);
            }
            if (!Double.isFinite(step.loss())) {
                return diverged("loss", step.loss());
            }
            progress.made(iterations());
            trainable.lossScale().map(LossScale::value).filter(now -> now != scale).ifPresent(now ->
                    run.append(LOSS_SCALE, iterations(), Map.of("loss_scale", now, "updated", now > scale)));
            steps.add(iterations(), step, rate, new StepEvents.Duration(seconds, waited), progress);
            if (state.rates.endsWarmUp(step.errors(), iterations())) {
                run.append("warm_up_ended", iterations(), Map.of("training_error_percent", state.rates.warmUpErrorPercent()));
            }
            boolean last = iterations() == recipe.iterations();
            if (last && recipe.batchNorm().statistics() == Statistics.AVERAGED && trainable.hasBatchStatistics()) {
                progress.phase("averaging batch norm statistics");
                trainable.write(AveragedStatistics.over(batches, recipe.batchNorm().averagedBatches(), recipe.microBatchSize(), trainable));
            }
            if (!last && isDue(recipe.evaluateEvery())) {
                evaluate();
            }
            if (!last && stop.getAsBoolean()) {
                checkpoint();
                run.append("interrupted", iterations(), Map.of());
                return TrialRunner.Ending.STOPPED;
            }
            if (!last && isDue(recipe.checkpointEvery())) {
                checkpoint();
            }
        }
        return completed();
    }

    private boolean isDue(int every) {
        return every > 0 && iterations() % every == 0;
    }

    private TrialRunner.Ending completed() throws IOException {
        Testing.Outcome outcome = evaluate();
        energy.end();
        if (!Double.isFinite(outcome.loss())) {
            return diverged("test_loss", outcome.loss());
        }
        run.storePredictions(outcome.predictions());
        Map<String, Double> responses = Map.of();
        if (recipe.layerResponses()) {
            progress.phase("measuring layer responses");
            responses = Testing.layerResponses(trainable, data.test(), normalisation);
        }
        checkpoint();
        return finish(RunStatus.COMPLETED, new RunResult.Final(outcome.errorPercent(), state.lastEpoch.errorPercent(), outcome.loss(),
                state.lastLoss(), outcome.predictions().errors()), responses);
    }

    /** @param which loss it was: {@code loss} or {@code test_loss} */
    private TrialRunner.Ending diverged(String which, double loss) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("loss", Double.toString(loss));
        fields.put("why", "the " + which.replace('_', ' ') + " is not finite");
        run.append("diverged", iterations(), fields);
        return finish(RunStatus.DIVERGED, results.chance(), Map.of());
    }

    private TrialRunner.Ending finish(RunStatus status, RunResult.Final last, Map<String, Double> responses) {
        energy.end();
        run.append("finished", iterations(), Map.of("status", status.name().toLowerCase(Locale.ROOT)));
        run.complete(results.of(status, state, last, trainable, state.clocks.speed(steps.imagesPerSecond(), run, trainable.placement()),
                energy.soFar(), responses));
        return TrialRunner.Ending.FINISHED;
    }

    private Testing.Outcome evaluate() {
        progress.phase("testing");
        long start = System.nanoTime();
        Testing.Outcome outcome = energy.testing(data.test().count(), () -> Testing.test(trainable, data.test(), normalisation));
        state.clocks.evaluation((System.nanoTime() - start) / 1e9);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("test_error_percent", outcome.errorPercent());
        fields.put("test_loss", outcome.loss());
        fields.put("split", results.split());
        fields.putAll(energy.fields());
        run.append("evaluation", iterations(), fields);
        state.tested(outcome.errorPercent());
        progress.evaluated(iterations(), outcome.errorPercent());
        progress.phase("training");
        return outcome;
    }
}

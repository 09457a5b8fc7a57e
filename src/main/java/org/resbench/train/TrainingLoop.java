package org.resbench.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.resbench.arch.Counting;
import org.resbench.arch.Network;
import org.resbench.data.Batch;
import org.resbench.data.Batches;
import org.resbench.data.DataSet;
import org.resbench.data.Normalisation;
import org.resbench.energy.EnergyMeter;
import org.resbench.energy.EnergyReading;
import org.resbench.runs.OpenRun;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Recipe.BatchNormSpec.Statistics;
import org.resbench.spec.Trial;
import org.resbench.tf.Checkpoint;
import org.resbench.tf.TrainableNetwork;

/** The iterations of one trial: updates, events, evaluations, checkpoints, and the result at the end. */
final class TrainingLoop {
    static final String CHECKPOINT = "last.safetensors";
    /** Step events hold means over so many iterations. */
    static final int ITERATIONS_PER_EVENT = 20;

    private final Trial trial;
    private final Recipe recipe;
    private final Network network;
    private final DataSet data;
    private final Normalisation normalisation;
    private final TrainableNetwork trainable;
    private final OpenRun run;
    private final TrialProgress progress;
    private final EnergyMeter meter;
    private final LearningRates rates;
    private final History lastEpoch;
    private final StepEvents steps;
    private final Clocks clocks = new Clocks();
    private long iterations;
    private double bestErrorPercent = Double.POSITIVE_INFINITY;
    private long bestIteration;
    private double lastLoss = Double.NaN;

    TrainingLoop(Trial trial, Network network, DataSet data, Normalisation normalisation, TrainableNetwork trainable, OpenRun run,
                 TrialProgress progress, EnergyMeter meter) {
        this.trial = trial;
        this.recipe = trial.recipe();
        this.network = network;
        this.data = data;
        this.normalisation = normalisation;
        this.trainable = trainable;
        this.run = run;
        this.progress = progress;
        this.meter = meter;
        rates = new LearningRates(recipe);
        int epoch = Math.max(1, (data.training().count() + recipe.batchSize() - 1) / recipe.batchSize());
        lastEpoch = new History(Math.min(epoch, recipe.iterations()), recipe.batchSize());
        steps = new StepEvents(run, recipe.batchSize());
    }

    long iterations() {
        return iterations;
    }

    void restore(Checkpoint checkpoint) {
        trainable.write(checkpoint.variables());
        Map<String, String> state = checkpoint.metadata();
        iterations = Long.parseLong(state.get("iteration"));
        rates.restore(state.get("learning_rates"));
        lastEpoch.restore(state.get("last_epoch"));
        bestErrorPercent = Double.parseDouble(state.get("best_error_percent"));
        bestIteration = Long.parseLong(state.get("best_iteration"));
        lastLoss = Double.parseDouble(state.get("loss"));
        clocks.restore(state.get("seconds"));
    }

    private void checkpoint() throws IOException {
        Map<String, String> state = new TreeMap<>();
        state.put("iteration", Long.toString(iterations));
        state.put("learning_rates", rates.save());
        state.put("last_epoch", lastEpoch.save());
        state.put("best_error_percent", Double.toString(bestErrorPercent));
        state.put("best_iteration", Long.toString(bestIteration));
        state.put("loss", Double.toString(lastLoss));
        state.put("seconds", clocks.save());
        new Checkpoint(trainable.read(), state).write(run.checkpoints().resolve(CHECKPOINT));
        run.append("checkpoint", iterations, Map.of("file", "checkpoints/" + CHECKPOINT));
    }

    TrialRunner.Ending run(Batches batches, BooleanSupplier stop, long begin) throws IOException, InterruptedException {
        run.append(iterations == 0 ? "started" : "resumed", iterations, Map.of("iterations", recipe.iterations()));
        clocks.session();
        progress.started(iterations + 1, recipe.iterations());
        progress.phase("training");
        EnergyMeter.Window window = meter.open();
        boolean first = true;
        while (iterations < recipe.iterations()) {
            Batch batch = batches.next();
            double rate = rates.at(iterations + 1);
            long start = System.nanoTime();
            TrainableNetwork.Step step = trainable.step(batch.pixels(), batch.labels(), rate);
            double seconds = (System.nanoTime() - start) / 1e9;
            batches.recycle(batch);
            iterations++;
            if (first) {
                clocks.setup((System.nanoTime() - begin) / 1e9);
                first = false;
            } else {
                clocks.training(seconds);
            }
            lastLoss = step.loss();
            lastEpoch.add(step.errors());
            if (!Double.isFinite(step.loss())) {
                return diverged(step, window);
            }
            steps.add(iterations, step, rate, seconds, recipe.gradientNormsEvery(), progress);
            if (rates.endsWarmUp(step.errors(), iterations)) {
                run.append("warm_up_ended", iterations, Map.of("training_error_percent", rates.warmUpErrorPercent()));
            }
            boolean last = iterations == recipe.iterations();
            if (last && recipe.batchNorm().statistics() == Statistics.AVERAGED) {
                averageStatistics(batches);
            }
            if (!last && recipe.evaluateEvery() > 0 && iterations % recipe.evaluateEvery() == 0) {
                evaluate();
            }
            if (!last && stop.getAsBoolean()) {
                checkpoint();
                run.append("interrupted", iterations, Map.of());
                return TrialRunner.Ending.STOPPED;
            }
            if (!last && recipe.checkpointEvery() > 0 && iterations % recipe.checkpointEvery() == 0) {
                checkpoint();
            }
        }
        EnergyReading energy = window.close();
        Testing.Outcome outcome = evaluate();
        run.storePredictions(outcome.predictions());
        checkpoint();
        finish(RunStatus.COMPLETED, new RunResult.Final(outcome.errorPercent(), lastEpoch.errorPercent(), outcome.loss(), lastLoss,
                outcome.predictions().errors()), energy);
        return TrialRunner.Ending.FINISHED;
    }

    private TrialRunner.Ending diverged(TrainableNetwork.Step step, EnergyMeter.Window window) {
        run.append("diverged", iterations, Map.of("loss", Double.toString(step.loss()), "why", "the loss is not finite"));
        double chance = 100.0 * (data.classes().size() - 1) / data.classes().size();
        double uniform = Math.log(data.classes().size());
        long errors = Math.round(chance / 100 * data.test().count());
        if (bestIteration == 0) {
            bestErrorPercent = chance;
        }
        finish(RunStatus.DIVERGED, new RunResult.Final(chance, chance, uniform, uniform, errors), window.close());
        return TrialRunner.Ending.FINISHED;
    }

    /** True averages of batch norm's statistics over further training batches, instead of the moving ones. */
    private void averageStatistics(Batches batches) throws InterruptedException {
        progress.phase("averaging batch norm statistics");
        Map<String, double[]> sums = new LinkedHashMap<>();
        int parts = recipe.batchNorm().averagedBatches();
        for (int i = 0; i < parts; i++) {
            Batch batch = batches.next();
            trainable.batchStatistics(batch.pixels(), batch.labels(), 0, recipe.microBatchSize()).forEach((name, values) -> {
                double[] sum = sums.computeIfAbsent(name, key -> new double[values.length]);
                for (int c = 0; c < values.length; c++) {
                    sum[c] += values[c];
                }
            });
            batches.recycle(batch);
        }
        Map<String, float[]> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> {
            float[] mean = new float[sum.length];
            for (int c = 0; c < mean.length; c++) {
                mean[c] = (float) (sum[c] / parts);
            }
            means.put(name, mean);
        });
        trainable.write(means);
    }

    private Testing.Outcome evaluate() {
        progress.phase("testing");
        long start = System.nanoTime();
        Testing.Outcome outcome = Testing.test(trainable, data.test(), normalisation);
        clocks.evaluation((System.nanoTime() - start) / 1e9);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("test_error_percent", outcome.errorPercent());
        fields.put("test_loss", outcome.loss());
        fields.put("split", split());
        run.append("evaluation", iterations, fields);
        if (outcome.errorPercent() < bestErrorPercent) {
            bestErrorPercent = outcome.errorPercent();
            bestIteration = iterations;
        }
        progress.evaluated(iterations, outcome.errorPercent());
        progress.phase("training");
        return outcome;
    }

    private String split() {
        return trial.data().split() == DataSpec.Split.TRAIN_TEST ? "test" : "validation";
    }

    private void finish(RunStatus status, RunResult.Final last, EnergyReading energy) {
        run.append("finished", iterations, Map.of("status", status.name().toLowerCase(java.util.Locale.ROOT)));
        RunResult.Protocol protocol = new RunResult.Protocol(split(), 1, "final iteration",
                recipe.batchNorm().statistics() == Statistics.MOVING ? "moving" : "averaged", recipe.microBatchSize());
        RunResult.DataUsed used = new RunResult.DataUsed(data.name(), data.fingerprint(), data.training().count(), data.test().count(),
                data.training().height(), data.classes().size());
        run.complete(new RunResult(RunResult.SCHEMA, status, iterations, last, new RunResult.Best(bestErrorPercent, bestIteration),
                protocol, used, Counting.parameters(network), Counting.multiplyAdds(network),
                Checkpoint.sha256(TrainableNetwork.weights(trainable.read())), clocks.speed(steps.imagesPerSecond(), run),
                energy(energy), Map.of()));
    }

    /** A run that was continued has been metered only in its last part, so its energy is not known. */
    private RunResult.Energy energy(EnergyReading reading) {
        if (clocks.sessions() > 1) {
            return new RunResult.Energy("unavailable", java.util.Optional.empty(),
                    "the run was continued " + (clocks.sessions() - 1) + " times; only its last part was metered");
        }
        return new RunResult.Energy(reading.source().name().toLowerCase(java.util.Locale.ROOT), reading.joules(), reading.how());
    }
}

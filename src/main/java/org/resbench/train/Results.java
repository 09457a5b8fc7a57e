package org.resbench.train;

import java.util.Map;
import org.resbench.arch.counting.Counting;
import org.resbench.arch.Network;
import org.resbench.data.DataSet;
import org.resbench.runs.RunResult;
import org.resbench.runs.RunStatus;
import org.resbench.spec.DataSpec;
import org.resbench.spec.Recipe;
import org.resbench.spec.Recipe.BatchNormSpec.Statistics;
import org.resbench.spec.Trial;
import org.resbench.tf.Checkpoint;
import org.resbench.tf.TrainableNetwork;

/** Puts together what result.json says of one trial. */
final class Results {
    private final Trial trial;
    private final Network network;
    private final DataSet data;

    Results(Trial trial, Network network, DataSet data) {
        this.trial = trial;
        this.network = network;
        this.data = data;
    }

    /** Name of the split that is tested on. */
    String split() {
        return trial.data().split() == DataSpec.Split.TRAIN_TEST ? "test" : "validation";
    }

    /** What guessing yields: the outcome of a run that diverged. */
    RunResult.Final chance() {
        int classes = data.classes().size();
        double percent = 100.0 * (classes - 1) / classes;
        return new RunResult.Final(percent, percent, Math.log(classes), Math.log(classes), Math.round(percent / 100 * data.test().count()));
    }

    RunResult of(RunStatus status, LoopState state, RunResult.Final last, TrainableNetwork trainable, RunResult.Speed speed,
                 RunResult.Energy energy, Map<String, Double> layerResponses) {
        Recipe recipe = trial.recipe();
        RunResult.Protocol protocol = new RunResult.Protocol(split(), 1, "final iteration",
                recipe.batchNorm().statistics() == Statistics.MOVING ? "moving" : "averaged", recipe.microBatchSize());
        RunResult.DataUsed used = new RunResult.DataUsed(data.name(), data.fingerprint(), data.training().count(), data.test().count(),
                data.training().height(), data.classes().size());
        double best = Math.min(state.bestErrorPercent(), state.bestIteration() == 0 ? last.testErrorPercent() : Double.POSITIVE_INFINITY);
        return new RunResult(RunResult.SCHEMA, status, state.iterations(), last, new RunResult.Best(best, state.bestIteration()),
                protocol, used, Counting.parameters(network), Counting.multiplyAdds(network),
                Checkpoint.sha256(TrainableNetwork.weights(trainable.read())), speed, energy, layerResponses);
    }
}

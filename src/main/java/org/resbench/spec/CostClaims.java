package org.resbench.spec;

import java.util.List;
import java.util.Optional;

/** The meaning of claims on measured costs. */
final class CostClaims {
    private CostClaims() {}

    static Claim.Statement.Cost read(Keys keys) {
        String key = keys.text("metric", null);
        Optional<CostMetric> metric = CostMetric.of(key);
        if (metric.isEmpty() && keys.has("metric")) {
            keys.wrong("metric", "'" + key + "' must be one of " + String.join(", ", CostMetric.keys())
                    + Suggestion.of(key, CostMetric.keys()));
        }
        Claim.Statement.Cost statement = new Claim.Statement.Cost(metric.orElse(CostMetric.INFERENCE_SECONDS),
                CountClaims.network(keys, "of"), keys.choice("side", null, Claim.Side.class), CountClaims.network(keys, "than"));
        keys.done();
        return statement;
    }

    /** Notes what the experiment does not measure. */
    static void check(Claim.Statement.Cost cost, Measuring measuring, Keys keys) {
        if (!measuring.networks().contains(cost.of())) {
            keys.wrong("of", "'" + cost.of() + "' is not measured here; networks are " + String.join(", ", measuring.networks()));
        }
        if (!measuring.networks().contains(cost.than())) {
            keys.wrong("than", "'" + cost.than() + "' is not measured here; networks are " + String.join(", ", measuring.networks()));
        }
        List<Integer> inference = measuring.settings().inferenceBatches();
        if (cost.cost().isTraining() ? measuring.settings().trainingBatch().isEmpty() : inference.isEmpty()) {
            keys.wrong("metric", "'" + cost.cost().key() + "' is not measured here; give measure."
                    + (cost.cost().isTraining() ? "training_batch" : "inference_batches"));
        }
    }
}

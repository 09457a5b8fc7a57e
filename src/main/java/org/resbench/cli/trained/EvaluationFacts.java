package org.resbench.cli.trained;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.resbench.evaluate.Evaluation;
import org.resbench.evaluate.TrainedNetwork;
import org.resbench.runs.Json;
import org.resbench.stats.Interval;
import org.resbench.stats.Wilson;

/** An evaluation with what it was made of.
 * @param images of the split, of which each {@code every}-th was taken
 * @param remarks what the reader should know, a sentence each
 * @param seconds that it took, loading left out */
public record EvaluationFacts(TrainedNetwork trained, Evaluation evaluation, TestData data, int every, List<String> remarks,
        double seconds) {

    /** @param split test or validation @param images number in the split */
    public record TestData(String name, String split, String fingerprint, int images, List<String> classes) {}

    /** Of the error rate, over the choice of test images: 0 to 1. */
    Interval interval() {
        return Wilson.interval(evaluation.errors(), evaluation.images(), Interval.LEVEL);
    }

    /** For {@code --json}. */
    public ObjectNode json() {
        ObjectNode facts = Json.object().put("network", trained.network().name()).put("source", trained.source());
        facts.putObject("settings").setAll((ObjectNode) Json.tree(trained.facts()));
        facts.putObject("data").put("name", data.name()).put("split", data.split()).put("fingerprint", data.fingerprint())
                .put("images", data.images());
        facts.put("every", every).put("protocol", evaluation.protocol().word());
        facts.put("images", evaluation.images()).put("errors", evaluation.errors()).put("error_percent", evaluation.errorPercent());
        facts.putArray("error_percent_interval").add(100 * interval().lower()).add(100 * interval().upper());
        facts.put("interval_level", Interval.LEVEL).set("loss_nats", Json.tree(evaluation.loss()));
        int[][] confusion = evaluation.confusion();
        ArrayNode classes = facts.putArray("classes");
        for (int c = 0; c < confusion.length; c++) {
            int count = Arrays.stream(confusion[c]).sum();
            int errors = count - confusion[c][c];
            ObjectNode row = classes.addObject().put("class", data.classes().get(c)).put("images", count).put("errors", errors);
            row.set("error_percent", count == 0 ? Json.tree(null) : Json.tree(100.0 * errors / count));
        }
        facts.set("confusion", Json.tree(confusion));
        facts.set("remarks", Json.tree(remarks));
        return facts.put("seconds", seconds);
    }
}

package org.resbench.report.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.resbench.claims.explain.Ablation;
import org.resbench.claims.explain.OneDifference;
import org.resbench.runs.RunResult;
import org.resbench.spec.Experiment;
import org.resbench.stats.Interval;

/** {@code effects.json}: what an ablation measured, in the form that {@code resbench explain} reads. */
public final class EffectsDocument {
    private static final double PRECISION = 1e4;

    private EffectsDocument() {}

    /** Differences that could be measured. */
    public static String of(Experiment experiment, Ablation ablation) {
        Map<String, Object> source = new LinkedHashMap<>();
        String scale = experiment.scale().name().toLowerCase(Locale.ROOT);
        source.put("source", "Resbench's experiment '" + experiment.name() + "'");
        source.put("place", "reports/" + experiment.name() + "-" + scale);
        source.put("network", ablation.differences().get(0).cell());
        source.put("data", ablation.data().map(EffectsDocument::words).orElse("unknown"));
        source.put("metric", "test_error_percent");
        source.put("scale", scale);
        source.put("remark", ablation.differences().get(0).errors().size() + " runs of the recipe itself");
        source.put("effects", ablation.differences().stream().filter(row -> row.effect().isPresent() && !row.changes().isEmpty())
                .map(EffectsDocument::effect).toList());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("paper", Optional.ofNullable(experiment.paper()).map(paper -> paper.id()).orElse(""));
        json.put("sources", List.of(source));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> effect(OneDifference row) {
        Interval effect = row.effect().orElseThrow();
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, String> change = new LinkedHashMap<>();
        row.changes().forEach(one -> change.put(one.setting(), one.effectKey()));
        json.put("change", change);
        json.put("points", rounded(effect.estimate()));
        json.put("lower", rounded(effect.lower()));
        json.put("upper", rounded(effect.upper()));
        json.put("runs", row.errors().size());
        return json;
    }

    private static String words(RunResult.DataUsed data) {
        return String.format(Locale.ROOT, "%s, %,d training images of %d pixels", data.name(), data.trainingImages(), data.imageSize());
    }

    private static double rounded(double points) {
        return Math.round(points * PRECISION) / PRECISION;
    }
}

package org.resbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.resbench.runs.Json;
import org.resbench.stats.Bootstrap;
import org.resbench.stats.Interval;
import org.resbench.stats.comparisons.Comparison;
import org.resbench.stats.comparisons.Corrected;
import org.resbench.stats.tests.JonckheereTerpstra;
import org.resbench.stats.tests.McNemar;

/** Everything that is known, with every sample and all digits. */
final class StatsJson {
    private StatsJson() {}

    static ObjectNode of(StatsFacts facts) {
        ObjectNode json = Json.object();
        ArrayNode groups = json.putArray("groups");
        facts.groups().forEach((name, group) -> groups.add(group(name, group)));
        ArrayNode pairs = json.putArray("comparisons");
        for (int i = 0; i < facts.comparisons().size(); i++) {
            ObjectNode pair = pair(facts.comparisons().get(i));
            if (!facts.mcNemar().isEmpty()) {
                pair.set("mcnemar", mcNemar(facts.mcNemar().get(i)));
            }
            pairs.add(pair);
        }
        facts.crossed().ifPresent(crossed -> json.set("crossed_spread", Json.tree(crossed)));
        facts.trend().ifPresent(trend -> json.set("trend", trend(trend)));
        return json;
    }

    private static ObjectNode group(String name, StatsFacts.GroupFacts group) {
        ObjectNode json = Json.object().put("group", name).put("n", group.summary().n());
        json.setAll((ObjectNode) Json.tree(group.summary()));
        json.set("bootstrap_interval", Json.tree(group.bootstrap().map(Bootstrap::interval)));
        json.set("bootstrap_caution", Json.tree(group.bootstrap().flatMap(Bootstrap::caution)));
        group.share().ifPresent(share -> json.set("share_of_ones", Json.tree(share)));
        group.spread().ifPresent(spread -> json.set("error_spread",
                ((ObjectNode) Json.tree(spread)).set("seed_error", Json.tree(spread.seedError()))));
        return json;
    }

    private static ObjectNode pair(Comparison comparison) {
        ObjectNode pair = Json.object().put("first", comparison.first()).put("second", comparison.second());
        pair.set("difference", Json.tree(comparison.means().difference()));
        pair.set("interval", Json.tree(comparison.means().interval()));
        pair.set("p_value", Json.tree(comparison.tests().means().map(Corrected::pValue)));
        pair.set("adjusted_p_value", Json.tree(comparison.tests().means().map(Corrected::holm)));
        pair.set("tests", Json.tree(comparison.tests()));
        pair.set("effects", Json.tree(comparison.effects()));
        pair.set("smallest_detectable_difference", Json.tree(comparison.means().detectable()));
        comparison.means().margins().ifPresent(margins -> pair.set("margins", Json.tree(margins)));
        return pair;
    }

    private static ObjectNode mcNemar(McNemar test) {
        ObjectNode json = (ObjectNode) Json.tree(test);
        json.put("exact_p_value", test.exactPValue()).put("mid_p_value", test.midPValue()).put("chi_squared", test.chiSquared())
                .put("chi_squared_p_value", test.chiSquaredPValue()).set("difference", Json.tree(test.difference(Interval.LEVEL)));
        return json;
    }

    private static ObjectNode trend(JonckheereTerpstra trend) {
        return ((ObjectNode) Json.tree(trend)).put("p_value", twoSided(trend));
    }

    static double twoSided(JonckheereTerpstra trend) {
        return Math.min(1, 2 * Math.min(trend.pValueIncreasing(), trend.pValueDecreasing()));
    }
}

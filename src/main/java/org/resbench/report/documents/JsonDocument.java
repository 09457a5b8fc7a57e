package org.resbench.report.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.resbench.claims.Judge;
import org.resbench.claims.looks.Looks;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Panel;
import org.resbench.report.model.Provenance;
import org.resbench.report.model.Report.Tally;
import org.resbench.report.model.Report;
import org.resbench.report.model.Table.Audience;
import org.resbench.report.model.Table;

/** A report as JSON: everything that the pages say, with full precision. {@code docs/reports.md} says what each key means. */
public final class JsonDocument {
    public static final int SCHEMA = 1;

    private JsonDocument() {}

    public static String of(Report report) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            return new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(lines)).writeValueAsString(report(report))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> looks(Looks looks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("most_looks", looks.plan().sizes().length);
        json.put("max_seeds", looks.plan().maxSeeds());
        json.put("error_rate", rounded(1 - Judge.LEVEL));
        json.put("error_rate_spent", rounded(looks.spent()));
        json.put("taken", looks.taken().stream().map(look -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("seeds", look.seeds());
            one.put("level", look.level());
            one.put("decided", look.decided());
            one.put("open", look.open());
            return one;
        }).toList());
        return json;
    }

    /** Without what binary fractions add to it. */
    private static double rounded(double rate) {
        return Math.round(rate * 1e12) / 1e12;
    }

    private static Map<String, Object> report(Report report) {
        Report.Heading heading = report.heading();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("experiment", heading.name());
        json.put("title", heading.title());
        json.put("reruns", heading.subtitle());
        json.put("scale", heading.scale());
        json.put("banner", heading.banner().orElse(null));
        json.put("headline", heading.headline());
        json.put("generated_at", heading.generated().toString());
        json.put("tally", tally(report.tally()));
        json.put("claims", report.claims().stream().map(JsonDocument::claim).toList());
        Map<String, Object> tables = new LinkedHashMap<>();
        report.tables().forEach(t -> tables.put(t.id().replace('-', '_'), rows(t)));
        json.put("tables", tables);
        Map<String, Object> figures = new LinkedHashMap<>();
        report.figures().forEach(f -> figures.put(f.id().replace('-', '_'), figure(f)));
        json.put("figures", figures);
        json.put("provenance", provenance(report.provenance()));
        json.put("notes", report.notes());
        report.looks().ifPresent(looks -> json.put("looks", looks(looks)));
        return json;
    }

    private static Map<String, Object> tally(Tally tally) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("claims", tally.claims().all());
        json.put("seen", tally.claims().seen());
        json.put("not_seen", tally.claims().notSeen());
        json.put("inconclusive", tally.claims().inconclusive());
        json.put("not_comparable", tally.claims().notComparable());
        json.put("trials", tally.trials().all());
        json.put("completed", tally.trials().completed());
        json.put("diverged", tally.trials().diverged());
        json.put("unfinished", tally.trials().unfinished());
        json.put("missing", tally.trials().missing());
        return json;
    }

    private static Map<String, Object> claim(ClaimResult claim) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", claim.id());
        json.put("text", claim.text());
        json.put("place", claim.place());
        json.put("verdict", claim.verdict().name().toLowerCase(Locale.ROOT));
        json.put("why", claim.why());
        json.put("effect_name", claim.effectName());
        json.put("effect", claim.interval().map(i -> {
            Map<String, Object> effect = new LinkedHashMap<>();
            effect.put("estimate", i.estimate());
            effect.put("lower", i.lower());
            effect.put("upper", i.upper());
            effect.put("level", i.level());
            effect.put("method", i.method());
            return effect;
        }).orElse(null));
        json.put("test", claim.test().map(t -> {
            Map<String, Object> test = new LinkedHashMap<>();
            test.put("name", t.name());
            test.put("p_value", t.pValue());
            test.put("adjusted_p_value", t.adjustedPValue());
            return test;
        }).orElse(null));
        json.put("seeds_that_would_settle", claim.seedsThatWouldSettle().orElse(null));
        json.put("strength", claim.strength().map(s -> {
            Map<String, Object> strength = new LinkedHashMap<>();
            strength.put("standardized_effect", s.standardizedEffect().orElse(null));
            strength.put("power", s.power());
            strength.put("smallest_detectable", s.smallestDetectable().orElse(null));
            return strength;
        }).orElse(null));
        json.put("evidence", claim.evidence().stream().map(e -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("cell", e.cell());
            row.put("seed", e.seed());
            row.put("value", finite(e.value()));
            row.put("diverged", e.diverged());
            row.put("run_folder", e.runFolder());
            return row;
        }).toList());
        json.put("missing", claim.missing().stream().map(m -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("cell", m.cell());
            row.put("seed", m.seed());
            row.put("why", m.why());
            return row;
        }).toList());
        json.put("notes", claim.notes());
        return json;
    }

    private static List<Map<String, Object>> rows(Table table) {
        List<Integer> shown = table.columnsFor(Audience.DATA);
        return table.rows().stream().map(row -> {
            Map<String, Object> json = new LinkedHashMap<>();
            shown.forEach(c -> json.put(table.columns().get(c).key(), finite(row.get(c).value())));
            return json;
        }).toList();
    }

    private static Map<String, Object> figure(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", figure.title());
        json.put("caption", figure.caption());
        json.put("panels", figure.panels().stream().map(JsonDocument::panel).toList());
        return json;
    }

    private static Map<String, Object> panel(Panel panel) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", panel.title());
        json.put("x_label", panel.x().label());
        json.put("y_label", panel.y().label());
        json.put("curves", panel.curves().stream().map(JsonDocument::curve).toList());
        if (!panel.bands().isEmpty()) {
            json.put("bands", panel.bands().stream().map(band -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", band.name());
                one.put("x", band.x());
                one.put("lower", band.lower());
                one.put("upper", band.upper());
                return one;
            }).toList());
        }
        panel.bubbles().ifPresent(bubbles -> json.put("bubbles", bubbles.bubbles().stream().map(bubble -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", bubble.label());
            one.put("x", bubble.x());
            one.put("x_lower", bubble.lower());
            one.put("x_upper", bubble.upper());
            one.put("y", bubble.y());
            one.put("area", bubble.area());
            return one;
        }).toList()));
        panel.heatMap().ifPresent(map -> {
            json.put("rows", map.rows());
            json.put("columns", map.columns());
            json.put("percents", map.percents().stream().map(row -> row.stream().map(JsonDocument::finite).toList()).toList());
        });
        return json;
    }

    private static Map<String, Object> curve(Curve curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", curve.name());
        json.put("x", curve.x());
        json.put("y", curve.y().stream().map(y -> Optional.ofNullable(finite(y)).orElse("NaN")).toList());
        return json;
    }

    private static Map<String, Object> provenance(Provenance provenance) {
        Map<String, Object> json = new LinkedHashMap<>();
        provenance.facts().forEach(f -> json.put(f.key(), f.values()));
        json.put("runs", provenance.runs().stream().map(r -> {
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("run_folder", r.folder());
            run.put("cell", r.cell());
            run.put("seed", r.seed());
            run.put("status", r.status());
            run.put("fingerprint", r.fingerprint());
            run.put("weights_sha256", r.weightsSha256());
            return run;
        }).toList());
        return json;
    }

    /** JSON has no NaN and no infinities: null. */
    private static Object finite(Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? null : value;
    }
}

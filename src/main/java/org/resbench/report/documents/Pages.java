package org.resbench.report.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.resbench.claims.Verdict;
import org.resbench.report.charts.Drawings;
import org.resbench.report.charts.Fonts;
import org.resbench.report.figures.ClaimFigures;
import org.resbench.report.figures.ClaimIntervals;
import org.resbench.report.model.Report.Tally;
import org.resbench.report.model.Report;

/** A report as one page of XHTML: for the screen, or for the PDF renderer. What the templates need beyond the model is here.
 * @param drawings SVG of each figure, in the report's order */
public record Pages(Report report, List<String> drawings) {
    static final String FIGURE_TYPE = "resbench/figure";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public static Pages of(Report report) {
        return new Pages(report, report.figures().stream().map(Drawings::svg).toList());
    }

    /** A self-contained HTML file: styles, fonts and figures are inside, nothing is fetched. */
    public String html() {
        String body = render("body.jte", Map.of("pages", this));
        String fonts = new EmbeddedFonts(body).css();
        return render("report.jte", Map.of("pages", this, "style", fonts + style("report.css"), "body", body));
    }

    /** XHTML with paged styles. */
    String print() {
        Pages placeholders = new Pages(report, IntStream.range(0, report.figures().size()).mapToObj(this::placeholder).toList());
        return render("print.jte", Map.of("pages", this, "style", style("print.css"), "body",
                render("body.jte", Map.of("pages", placeholders))));
    }

    /** What the PDF renderer replaces by the n-th figure. */
    private String placeholder(int index) {
        Dimension size = Drawings.size(report.figures().get(index));
        return String.format(Locale.ROOT, "<object type=\"%s\" data=\"%d\" style=\"width:%dpx;height:%dpx\"></object>", FIGURE_TYPE, index,
                size.width,
                size.height);
    }

    private static String render(String template, Map<String, Object> parameters) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(),
                "org.resbench.report.templates");
        StringOutput output = new StringOutput();
        engine.render(template, parameters, output);
        return output.toString();
    }

    private static String style(String name) {
        try (InputStream stream = Fonts.class.getResourceAsStream("/org/resbench/report/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indices of the figures that are shown beside other things than claims. */
    public List<Integer> freeFigures() {
        Set<String> placed = report.claims().stream().map(ClaimFigures::id).collect(Collectors.toSet());
        placed.add(ClaimIntervals.ID);
        return IntStream.range(0, report.figures().size()).filter(i -> !placed.contains(report.figures().get(i).id())).boxed().toList();
    }

    /** Indices of the figures with this id, of which there is at most one. */
    public List<Integer> figures(String id) {
        return IntStream.range(0, report.figures().size()).filter(i -> report.figures().get(i).id().equals(id)).boxed().toList();
    }

    public String date() {
        return DATE.format(report.heading().generated());
    }

    /** CSS class of a verdict; the word stands beside the colour everywhere. */
    public String kind(Verdict verdict) {
        return switch (verdict) {
            case REPRODUCED, SEEN_AT_THIS_SCALE -> "seen";
            case NOT_REPRODUCED, NOT_SEEN_AT_THIS_SCALE -> "not-seen";
            case INCONCLUSIVE -> "inconclusive";
            case NOT_COMPARABLE -> "not-comparable";
        };
    }

    /** {@code 12 trials: 10 completed, 1 diverged, 1 missing}. */
    public String trials() {
        Tally.Trials t = report.tally().trials();
        if (t.all() == 0 && report.provenance().runs().isEmpty()) {
            return "Nothing was trained: sizes are counted, and a count is exact";
        }
        StringBuilder text = new StringBuilder(t.all() + (t.all() == 1 ? " trial: " : " trials: ") + t.completed() + " completed");
        if (t.diverged() > 0) {
            text.append(", ").append(t.diverged()).append(" diverged");
        }
        if (t.unfinished() > 0) {
            text.append(", ").append(t.unfinished()).append(" unfinished");
        }
        if (t.missing() > 0) {
            text.append(", ").append(t.missing()).append(" missing");
        }
        return text.toString();
    }
}

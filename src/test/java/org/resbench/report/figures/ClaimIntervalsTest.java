package org.resbench.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.resbench.claims.Judgement;
import org.resbench.claims.Verdict;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Panel;
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Selector;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.CountMetric;
import org.resbench.spec.CountedLayers;
import org.resbench.stats.Interval;

/** The plot of claims: every claim is there, turned so that right of zero is as claimed, or listed with the reason. */
class ClaimIntervalsTest {
    private static final Selector ONE = new Selector(Map.of("network.depth", "20"));
    private static final Selector OTHER = new Selector(Map.of("network.depth", "56"));
    private static final Interval INTERVAL = new Interval(2, 1, 4, 0.95, "t");

    private static ClaimResult claim(String id, Statement statement, Verdict verdict, Optional<Interval> interval, String why,
            int missing) {
        List<Judgement.Missing> gaps = new ArrayList<>();
        for (int seed = 1; seed <= missing; seed++) {
            gaps.add(new Judgement.Missing("resnet-20", seed, "no run"));
        }
        return new ClaimResult(id, "text", "nowhere", statement, verdict, verdict.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "effect", "",
                interval, Optional.empty(), why, Optional.empty(), Optional.empty(), List.of(new Judgement.Evidence("resnet-56", 1, 7,
                        false, "r")), gaps, List.of());
    }

    private static ClaimResult with(String id, Statement statement) {
        return claim(id, statement, Verdict.SEEN_AT_THIS_SCALE, Optional.of(INTERVAL), "Why.", 0);
    }

    private static final List<ClaimResult> CLAIMS = List.of(
            with("higher", new Statement.Difference("test_error_percent", ONE, OTHER, Side.ABOVE, 0.5)),
            with("below", new Statement.Threshold("test_error_percent", ONE, Side.BELOW, 10)),
            with("falls", new Statement.Trend("test_error_percent", ONE, "network.depth", Direction.DECREASES)),
            with("twice", new Statement.Ratio("layer_response", ONE, OTHER, Side.ABOVE, 1.5)),
            with("sooner", new Statement.Sooner("test_error_percent", ONE, OTHER, 20)),
            with("equal", new Statement.Equivalence("test_error_percent", ONE, 8.75, 3)),
            claim("fewer", new Statement.Order(CountMetric.PARAMETERS, "resnet-152", Side.BELOW, "vgg-16", CountedLayers.ALL),
                    Verdict.REPRODUCED, Optional.empty(),
                    "Counted.", 0),
            claim("waits", new Statement.Difference("test_error_percent", ONE, OTHER, Side.ABOVE, 0), Verdict.INCONCLUSIVE,
                    Optional.empty(), "Runs are missing.", 3),
            claim("foreign", new Statement.Equivalence("test_error_percent", ONE, 8.75, 0.5), Verdict.NOT_COMPARABLE, Optional.empty(),
                    "Other data.", 0),
            claim("flat", new Statement.Threshold("test_error_percent", ONE, Side.BELOW, 10), Verdict.INCONCLUSIVE, Optional.empty(),
                    "All seeds agree to the last digit (resnet-20: 90.00 %, n = 3); "
                            + "without any spread between seeds no interval can be given.", 0));

    private static Panel panelOf(Figure figure, String id) {
        return figure.panels().stream().filter(p -> p.y().ticks().stream().anyMatch(t -> t.label().equals(id))).findFirst().orElseThrow();
    }

    private static List<Double> interval(Figure figure, String id) {
        return panelOf(figure, id).curves().stream().filter(c -> c.name().equals(id + " interval")).map(Curve::x).findFirst().orElseThrow();
    }

    /** By hand, from the interval 1 to 4 around 2. */
    @Test void everyKindOfClaimIsMeasuredFromItsBoundTowardsWhatItClaims() {
        Figure figure = ClaimIntervals.of(CLAIMS).orElseThrow();
        assertThat(interval(figure, "higher")).containsExactly(0.5, 3.5);
        assertThat(interval(figure, "below")).containsExactly(6.0, 9.0);
        assertThat(interval(figure, "falls")).containsExactly(-4.0, -1.0);
        assertThat(interval(figure, "twice")).containsExactly(-0.5, 2.5);
        assertThat(interval(figure, "sooner")).containsExactly(-4.0, -1.0);
        assertThat(interval(figure, "equal")).containsExactly(1.0, 4.0);
        assertThat(panelOf(figure, "equal").curves()).extracting(Curve::name).contains("equal margin -3.0", "equal margin 3.0");
        assertThat(panelOf(figure, "sooner").x().label()).contains("iterations");
        assertThat(panelOf(figure, "twice").x().label()).contains("ratio");
        assertThat(figure.caption()).contains("95 % interval");
    }

    @Test void claimsWithoutAnIntervalAreListedWithTheReason() {
        Figure figure = ClaimIntervals.of(CLAIMS).orElseThrow();
        List<String> shown = figure.panels().stream().flatMap(p -> p.y().ticks().stream()).map(t -> t.label()).toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(CLAIMS.stream().map(ClaimResult::id).toList());
        Panel listed = panelOf(figure, "waits");
        assertThat(listed.remarks()).extracting(Panel.Remark::text).containsExactly("reproduced: counted, not measured",
                "inconclusive: 3 of 4 runs are missing",
                "not comparable: runs and claim may not be compared",
                        "inconclusive: all seeds agree to the last digit (resnet-20: 90.00 %, n = 3)");
        assertThat(figure.caption()).contains("listed with the reason");
    }

    @Test void levelsOfSeveralLooksAreNamed() {
        Statement below = new Statement.Threshold("test_error_percent", ONE, Side.BELOW, 10);
        List<ClaimResult> looks = List.of(claim("a", below, Verdict.INCONCLUSIVE, Optional.of(new Interval(2, 1, 4, 0.9885, "t")), "Why.",
                0),
                claim("b", below, Verdict.INCONCLUSIVE, Optional.of(new Interval(2, 1, 4, 0.9967, "t")), "Why.", 0));
        assertThat(ClaimIntervals.of(looks).orElseThrow().caption()).contains("98.85 to 99.67 % interval");
        assertThat(ClaimIntervals.of(CLAIMS.subList(6, 10))).as("no interval, no axis").isEmpty();
        assertThat(ClaimIntervals.of(CLAIMS).orElseThrow().panels().get(0).x().minimum()).isCloseTo(-4 - 0.06 * 13, within(1e-9));
    }
}

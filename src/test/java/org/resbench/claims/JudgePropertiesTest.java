package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.resbench.claims.Scenario.network;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.resbench.spec.Claim.Direction;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.Claim.Statement.Difference;
import org.resbench.spec.Claim.Statement.Threshold;
import org.resbench.spec.Claim.Statement.Trend;
import org.resbench.stats.Samples;

/** Laws of the verdicts on arbitrary samples. */
class JudgePropertiesTest {
    private static final int CASES = 200;
    private final RandomGenerator random = new SplittableRandom(34);

    private double[] sample(double mean, double spread) {
        double[] values = new double[random.nextInt(2, 7)];
        Arrays.setAll(values, i -> mean + spread * random.nextGaussian());
        return values;
    }

    private static double[] spreadOut(double[] values, double factor) {
        double mean = Samples.mean(values);
        return Arrays.stream(values).map(value -> mean + factor * (value - mean)).toArray();
    }

    private static Difference difference(String of, String minus, Side side, double margin) {
        return new Difference("test_error_percent", network(of), network(minus), side, margin);
    }

    private static Judgement judge(double[] deep, double[] shallow, Statement statement) {
        return Scenario.reduced().cell("plain-56", deep).cell("plain-20", shallow).claim(statement).judged();
    }

    private static Verdict opposite(Verdict verdict) {
        return switch (verdict) {
            case REPRODUCED -> Verdict.NOT_REPRODUCED;
            case NOT_REPRODUCED -> Verdict.REPRODUCED;
            case SEEN_AT_THIS_SCALE -> Verdict.NOT_SEEN_AT_THIS_SCALE;
            case NOT_SEEN_AT_THIS_SCALE -> Verdict.SEEN_AT_THIS_SCALE;
            case INCONCLUSIVE, NOT_COMPARABLE -> verdict;
        };
    }

    @Test void swappingTheCellsAndTheSideChangesNothing() {
        for (int i = 0; i < CASES; i++) {
            double[] deep = sample(12, 0.5);
            double[] shallow = sample(11, 0.5);
            double margin = random.nextDouble(-1, 2);
            Judgement one = judge(deep, shallow, difference("plain-56", "plain-20", Side.ABOVE, margin));
            Judgement other = judge(deep, shallow, difference("plain-20", "plain-56", Side.BELOW, -margin));
            assertThat(other.verdict()).isEqualTo(one.verdict());
            assertThat(other.effect().orElseThrow().lower()).isEqualTo(-one.effect().orElseThrow().upper());
            assertThat(other.seedsThatWouldSettle()).isEqualTo(one.seedsThatWouldSettle());
        }
    }

    @Test void swappingTheCellsOfAnOrderingTurnsTheVerdictAround() {
        for (int i = 0; i < CASES; i++) {
            double[] deep = sample(12, 0.5);
            double[] shallow = sample(11, 0.5);
            Judgement one = judge(deep, shallow, difference("plain-56", "plain-20", Side.ABOVE, 0));
            Judgement other = judge(deep, shallow, difference("plain-20", "plain-56", Side.ABOVE, 0));
            assertThat(other.verdict()).isEqualTo(opposite(one.verdict()));
        }
    }

    @Test void moreSpreadNeverDecidesWhatWasOpen() {
        for (int i = 0; i < CASES; i++) {
            double[] deep = sample(12, 0.5);
            double[] shallow = sample(11, 0.5);
            Difference statement = difference("plain-56", "plain-20", Side.ABOVE, random.nextDouble(-1, 2));
            double factor = random.nextDouble(1, 4);
            if (judge(deep, shallow, statement).verdict() == Verdict.INCONCLUSIVE) {
                assertThat(judge(spreadOut(deep, factor), spreadOut(shallow, factor), statement).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            }
        }
    }

    @Test void moreSpreadAroundOneMeanNeverDecidesWhatWasOpen() {
        for (int i = 0; i < CASES; i++) {
            double[] deep = sample(12, 0.5);
            Threshold statement = new Threshold("test_error_percent", network("plain-56"), Side.ABOVE, random.nextDouble(11, 13));
            double factor = random.nextDouble(1, 4);
            if (judge(deep, deep, statement).verdict() == Verdict.INCONCLUSIVE) {
                assertThat(judge(spreadOut(deep, factor), deep, statement).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            }
        }
    }

    @Test void aTrendAndItsOppositeAreNeverBothSeen() {
        for (int i = 0; i < CASES; i++) {
            Scenario scenario = Scenario.reduced();
            double slope = random.nextDouble(-0.5, 0.5);
            int depth = 20;
            for (int level = 0; level < 4; level++) {
                scenario.cell("plain-" + depth, sample(10 + slope * level, 0.3));
                depth += 12;
            }
            Verdict rise = scenario.claim(new Trend("test_error_percent", Scenario.family("plain"), "network.depth",
                    Direction.INCREASES)).judged().verdict();
            Verdict fall = scenario.claim(new Trend("test_error_percent", Scenario.family("plain"), "network.depth",
                    Direction.DECREASES)).judge().get(1)
                    .verdict();
            assertThat(rise == Verdict.SEEN_AT_THIS_SCALE && fall == Verdict.SEEN_AT_THIS_SCALE).isFalse();
        }
    }

    @Test void theOrderOfTheClaimsChangesNoVerdict() {
        for (int i = 0; i < CASES; i++) {
            double[] deep = sample(12, 0.5);
            double[] shallow = sample(11, 0.5);
            Statement one = difference("plain-56", "plain-20", Side.ABOVE, 0.5);
            Statement two = new Threshold("test_error_percent", network("plain-56"), Side.ABOVE, 11.5);
            var forwards = Scenario.reduced().cell("plain-56", deep).cell("plain-20", shallow).claim(one).claim(two).judge();
            var backwards = Scenario.reduced().cell("plain-56", deep).cell("plain-20", shallow).claim(two).claim(one).judge();
            assertThat(backwards.get(1).verdict()).isEqualTo(forwards.get(0).verdict());
            assertThat(backwards.get(0).verdict()).isEqualTo(forwards.get(1).verdict());
        }
    }
}

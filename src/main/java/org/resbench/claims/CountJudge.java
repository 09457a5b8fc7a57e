package org.resbench.claims;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.resbench.spec.Claim;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Count;
import org.resbench.spec.Claim.Statement.Order;
import org.resbench.spec.CountMetric;
import org.resbench.spec.CountedLayers;
import org.resbench.units.PrintedNumber;
import org.resbench.units.PrintedNumber.Agreement;

/** Judges claims on sizes of networks. A count is exact and the same at every scale: it agrees or it does not, there is no interval, no
 * test and nothing to correct for. */
final class CountJudge {
    private CountJudge() {}

    static List<Judgement> judge(List<Claim> claims) {
        return claims.stream()
                .map(claim -> claim.statement() instanceof Count count ? onCount(claim, count) : onOrder(claim, (Order) claim.statement()))
                .toList();
    }

    private static Judgement onCount(Claim claim, Count statement) {
        BigDecimal exact = exact(statement.of(), statement.count(), statement.layers());
        BigDecimal value = statement.relativeTo()
                .map(other -> exact.divide(exact(other, statement.count(), statement.layers()), MathContext.DECIMAL64)).orElse(exact);
        PrintedNumber published = statement.published();
        String of = statement.relativeTo()
                .map(other -> " of what " + other + " has (" + grouped(exact(other, statement.count(), statement.layers()))
                        + ")").orElse("");
        String measured = statement.of() + " has " + grouped(exact) + " " + words(statement.count(), statement.layers())
                + (of.isEmpty() ? "" : ", " + published.closer(value) + of);
        String why = measured + ", " + switch (published.agreement(value)) {
            case ROUNDED -> "which rounds to " + published + " as published";
            case CUT_OFF -> "which is " + published + " as published if further digits are cut off; "
                    + "rounded it is " + published.rounded(value);
            case NONE -> "which is " + published.rounded(value) + " and not " + published + " as published";
        };
        return judgement(claim, published.agreement(value) != Agreement.NONE, why);
    }

    private static Judgement onOrder(Claim claim, Order statement) {
        BigDecimal one = exact(statement.of(), statement.count(), statement.layers());
        BigDecimal other = exact(statement.than(), statement.count(), statement.layers());
        boolean holds = statement.side() == Side.ABOVE ? one.compareTo(other) > 0 : one.compareTo(other) < 0;
        String comparison = one.compareTo(other) == 0 ? "as many as " : one.compareTo(other) > 0 ? "more than " : "fewer than ";
        return judgement(claim, holds, statement.of() + " has " + grouped(one) + " " + words(statement.count(), statement.layers()) + ", "
                + comparison + statement.than() + " (" + grouped(other) + ")" + (holds ? " as claimed" : ", against the claim"));
    }

    private static Judgement judgement(Claim claim, boolean holds, String why) {
        return new Judgement(claim, holds ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED, Optional.empty(), "", Optional.empty(), why + ".",
                Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
    }

    private static BigDecimal exact(String network, CountMetric metric, CountedLayers layers) {
        return BigDecimal.valueOf(NetworkCount.of(network).count(metric, layers));
    }

    private static String grouped(BigDecimal count) {
        return String.format(Locale.ROOT, "%,d", count.toBigIntegerExact());
    }

    private static String words(CountMetric metric, CountedLayers layers) {
        return metric.words() + switch (layers) {
            case ALL -> "";
            case CONVOLUTIONS -> " in its convolutions";
        };
    }
}

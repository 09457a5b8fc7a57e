package org.resbench.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.resbench.claims.explain.Change;
import org.resbench.claims.explain.Difference;
import org.resbench.claims.explain.Difference.Known;
import org.resbench.claims.explain.Explanation;
import org.resbench.spec.PublishedEffects.Effect;
import org.resbench.spec.Trial;

/** What {@code resbench explain} says. */
final class ExplainText {
    private ExplainText() {}

    static String of(Explanation explanation, Trial paper, boolean quiet) {
        StringBuilder text = new StringBuilder(head(explanation, paper));
        explanation.inflationPoints().ifPresent(points -> text.append("Final iteration, not best epoch: the best evaluation was ")
                .append(number(points)).append(" points lower. Numbers chosen by the best epoch flatter by about as much.\n"));
        if (explanation.differences().isEmpty()) {
            return text.append("\nThe recipe is the paper's in every setting.\n").toString();
        }
        Difference.Standing last = null;
        for (Difference difference : explanation.differences()) {
            if (difference.standing() != last) {
                text.append('\n').append(title(difference.standing())).append('\n');
                last = difference.standing();
            }
            text.append("  ").append(difference.changes().stream().map(ExplainText::words).collect(Collectors.joining("; "))).append('\n');
            difference.known().forEach(known -> text.append("      ").append(words(known)).append('\n'));
        }
        return quiet ? text.toString()
                : text.append("\nEffects were measured one at a time, at the scale and on the data that stand beside them; "
                        + "they need not be the same here, nor add up.\n").toString();
    }

    private static String head(Explanation explanation, Trial paper) {
        String error = explanation.errorPercent().map(percent -> "test error " + number(percent) + " %").orElse("no result yet");
        String published = explanation.publishedPercent().map(percent -> "; the paper has " + number(percent) + " %, so the gap is "
                + signed(explanation.gapPoints().orElse(0.0)) + " points").orElse("; the paper prints no test error of this network");
        return explanation.run() + ": " + explanation.network() + ", " + error
                + (explanation.errorPercent().isPresent() ? published : "") + "\n"
                + (explanation.isPapersNetwork() ? "" : "The paper has no such network; held against its recipe for "
                        + paper.architecture().label() + ".\n");
    }

    private static String title(Difference.Standing standing) {
        return switch (standing) {
            case EXPLAINS -> "Explains the gap (its 95 % interval, for itself alone, lies on that side)";
            case MAY_EXPLAIN -> "May explain it (points that way, without such an interval)";
            case UNKNOWN -> "Unknown (nobody measured just this)";
            case HARDLY_EXPLAINS -> "Hardly explains it (points the other way, without such an interval)";
            case SPEAKS_AGAINST -> "Speaks against it (would make the error lower)";
        };
    }

    private static String words(Change change) {
        return change.setting() + ": " + change.to() + ", the paper's is " + change.from();
    }

    private static String words(Known known) {
        Effect effect = known.effect();
        String interval = effect.lower().isPresent() ? " (95 % interval " + signed(effect.lower().get()) + " to "
                + signed(effect.upper().orElseThrow()) + ")"
                : " (no interval)";
        return signed(effect.points()) + " points" + interval + effect.runs().map(n -> ", n = " + n).orElse("") + ": "
                + known.source().name() + ", " + known.source().place() + "; " + known.source().network() + ", " + known.source().data()
                + (known.source().scale().isEmpty() ? "" : ", scale " + known.source().scale())
                + (known.source().remark().isEmpty() ? "" : "; " + known.source().remark());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }
}

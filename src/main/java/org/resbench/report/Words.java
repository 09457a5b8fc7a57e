package org.resbench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resbench.claims.Judgement;
import org.resbench.claims.Strength;
import org.resbench.claims.Verdict;
import org.resbench.report.cells.Cell;
import org.resbench.report.cells.TrialRun;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Report.Tally;
import org.resbench.runs.RunStatus;
import org.resbench.spec.Claim.Statement;
import org.resbench.spec.PaperReference;
import org.resbench.spec.Scale;

/** The words of verdicts, banners and the headline. */
final class Words {
    private static final Map<String, String> PAPERS = Map.of("he2015", "He et al. 2015");

    private static final double CERTAIN = 0.99;

    private Words() {}

    /** {@code He et al. 2015, figure 6 left}; the id of a paper whose authors are not known here. */
    static String of(PaperReference paper) {
        return PAPERS.getOrDefault(paper.id(), paper.id()) + (paper.place().isBlank() ? "" : ", " + paper.place());
    }

    static String of(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static ClaimResult claim(Judgement judgement) {
        String effect = judgement.effect().map(i -> Numbers.interval(i) + " (" + Numbers.method(i) + ")").orElse("");
        return new ClaimResult(judgement.claim().id(), judgement.claim().text(), judgement.claim().place(), judgement.claim().statement(),
                judgement.verdict(), of(judgement.verdict()), judgement.effectName(), effect, judgement.effect(), judgement.test(),
                judgement.why(), judgement.seedsThatWouldSettle(), judgement.strength(), judgement.evidence(), judgement.missing(),
                Stream.concat(judgement.notes().stream(), judgement.strength()
                        .map(strength -> of(strength, unit(judgement.claim().statement()))).stream()).toList());
    }

    /** {@code the distance from the bound is 1.9 times the spread between seeds (Hedges' g); as many seeds would decide it again with
     * probability 0.72, and a distance of 3.1 points with probability 0.8}. */
    private static String of(Strength strength, String unit) {
        return strength.standardizedEffect().map(g -> "the distance from the bound is " + Numbers.fixed(Math.abs(g), 1)
                + " times the spread between seeds (Hedges' g); ").orElse("")
                + "as many seeds would decide it again with probability " + (strength.power() > CERTAIN ? "above " : "")
                + Numbers.fixed(Math.min(CERTAIN, strength.power()), 2) + strength.smallestDetectable()
                        .map(d -> ", and a distance of " + Numbers.fixed(d, d < 10 ? 2 : 0) + unit + " with probability 0.8").orElse("");
    }

    private static String unit(Statement statement) {
        if (statement instanceof Statement.Ratio) {
            return "";
        }
        if (statement instanceof Statement.Sooner) {
            return " iterations";
        }
        String metric = statement.metric();
        return metric.endsWith("_percent") || metric.endsWith("_points") ? " points" : metric.endsWith("_loss") ? " nats" : "";
    }

    static Tally tally(List<ClaimResult> claims, List<Cell> cells) {
        List<TrialRun> trials = cells.stream().flatMap(c -> c.trials().stream()).toList();
        int missing = (int) trials.stream().filter(t -> t.run().isEmpty()).count();
        int completed = count(trials, RunStatus.COMPLETED);
        int diverged = count(trials, RunStatus.DIVERGED);
        return new Tally(new Tally.Claims(claims.size(), count(claims, Verdict.REPRODUCED, Verdict.SEEN_AT_THIS_SCALE),
                count(claims, Verdict.NOT_REPRODUCED, Verdict.NOT_SEEN_AT_THIS_SCALE), count(claims, Verdict.INCONCLUSIVE),
                count(claims, Verdict.NOT_COMPARABLE)),
                new Tally.Trials(trials.size(), completed, diverged, trials.size() - completed - diverged - missing, missing));
    }

    private static int count(List<TrialRun> trials, RunStatus status) {
        return (int) trials.stream().filter(t -> t.status().filter(s -> s == status).isPresent()).count();
    }

    private static int count(List<ClaimResult> claims, Verdict... verdicts) {
        return (int) claims.stream().filter(c -> List.of(verdicts).contains(c.verdict())).count();
    }

    /** {@code 2 of 3 claims were seen at this scale, 1 is inconclusive}; without claims what was run. */
    static String verdicts(Tally.Claims tally, List<ClaimResult> claims) {
        if (tally.all() == 0) {
            return "no claims were judged";
        }
        boolean papers = claims.stream().anyMatch(c -> c.verdict() == Verdict.REPRODUCED || c.verdict() == Verdict.NOT_REPRODUCED);
        String seen = papers ? "reproduced" : "seen at this scale";
        StringBuilder text = new StringBuilder(tally.seen() + " of " + tally.all() + (tally.all() == 1 ? " claim" : " claims")
                + (tally.seen() == 1 || tally.all() == 1 ? " was " : " were ") + seen);
        append(text, tally.notSeen(), "not " + seen);
        append(text, tally.inconclusive(), "inconclusive");
        append(text, tally.notComparable(), "not comparable");
        return text.toString();
    }

    private static void append(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }

    static String scale(Scale scale) {
        return scale.name().toLowerCase(Locale.ROOT);
    }

    static String seeds(List<Cell> cells) {
        List<Integer> counts = cells.stream().map(c -> c.trials().size()).distinct().sorted().toList();
        String number = counts.stream().filter(n -> n.equals(counts.get(0)) || n.equals(counts.get(counts.size() - 1))).map(String::valueOf)
                .collect(Collectors.joining(" to "));
        return number + (number.equals("1") ? " seed" : " seeds");
    }
}

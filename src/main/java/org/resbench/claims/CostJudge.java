package org.resbench.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resbench.arch.Catalogue;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.runs.measurements.Sample;
import org.resbench.runs.measurements.Task;
import org.resbench.spec.Claim;
import org.resbench.spec.Claim.Side;
import org.resbench.spec.Claim.Statement.Cost;
import org.resbench.spec.CostMetric;
import org.resbench.spec.Experiment;
import org.resbench.spec.Measuring;
import org.resbench.stats.Interval;
import org.resbench.stats.StudentEstimate;
import org.resbench.stats.multiplicity.Holm;

/** Judges the claims of an experiment that measures: those on counts as everywhere, those on costs by the ratio of two networks' costs of
 * one image, round by round (t test of the logarithms of the pairs), corrected by Holm over the claims on costs. A verdict is about the
 * machine that measured, so it is never more than 'seen at this scale'. Joules that were not measured decide nothing: such a claim is not
 * comparable. */
public final class CostJudge {
    private final Measuring measuring;
    private final List<MeasuredNetwork> measured;

    private CostJudge(Measuring measuring, List<MeasuredNetwork> measured) {
        this.measuring = measuring;
        this.measured = measured;
    }

    /** @param measured of one machine */
    public static List<Judgement> judge(Experiment experiment, List<MeasuredNetwork> measured) {
        CostJudge judge = new CostJudge(experiment.measuring().orElseThrow(), measured);
        List<Claim> costs = experiment.claims().stream().filter(claim -> claim.statement() instanceof Cost).toList();
        List<Outcome> outcomes = costs.stream().map(claim -> judge.outcome((Cost) claim.statement())).toList();
        // Whether joules were measured does not depend on what came out, so what is not comparable is not in the family.
        int[] compared = IntStream.range(0, outcomes.size()).filter(i -> outcomes.get(i).refusal().isEmpty()).toArray();
        double[] adjusted = Holm.adjust(IntStream.of(compared)
                .mapToDouble(i -> outcomes.get(i).ratio().map(ratio -> ratio.pValue(0)).orElse(1.0)).toArray());
        List<Judgement> judgements = new ArrayList<>();
        for (Claim claim : experiment.claims()) {
            int at = costs.indexOf(claim);
            judgements.add(at < 0 ? CountJudge.judge(List.of(claim)).get(0)
                    : judge.judgement(claim, outcomes.get(at), compared, at, adjusted));
        }
        return judgements;
    }

    /** @param refusal why nothing may be compared @param waiting what is missing @param ratio of logarithms, of over than */
    private record Outcome(Optional<String> refusal, Optional<String> waiting, Optional<StudentEstimate> ratio, int rounds) {}

    private Outcome outcome(Cost cost) {
        List<Sample> of = samples(cost.of(), cost.cost());
        List<Sample> than = samples(cost.than(), cost.cost());
        if (cost.cost().isEnergy()) {
            Optional<Sample> unmeasured = Stream.concat(of.stream(), than.stream())
                    .filter(sample -> sample.energy().measured().isEmpty()).findFirst();
            if (unmeasured.isPresent()) {
                return new Outcome(Optional.of("the energy was " + unmeasured.get().source() + ", and only measured joules decide a claim: "
                        + unmeasured.get().why()), Optional.empty(), Optional.empty(), 0);
            }
        }
        List<Sample> pairedOf = of.stream().filter(one -> than.stream().anyMatch(other -> other.round() == one.round())).toList();
        List<Sample> pairedThan = pairedOf.stream()
                .map(one -> than.stream().filter(other -> other.round() == one.round()).findFirst().orElseThrow()).toList();
        if (pairedOf.isEmpty()) {
            return new Outcome(Optional.empty(),
                    Optional.of("there is no round in which both were measured" + why(cost)), Optional.empty(), 0);
        }
        Optional<StudentEstimate> ratio = StudentEstimate.ofPairs(logarithms(pairedOf, cost.cost()), logarithms(pairedThan, cost.cost()));
        return new Outcome(Optional.empty(), ratio.isPresent() ? Optional.empty() : Optional.of(pairedOf.size() == 1
                ? "one round shows no spread; measure more of them"
                : "all rounds show one ratio, so the spread is unknown"), ratio,
                pairedOf.size());
    }

    private String why(Cost cost) {
        return List.of(cost.of(), cost.than()).stream().flatMap(name -> network(name).stream()
                .flatMap(found -> found.skipped(task(cost.cost()), batch(cost.cost())).stream()
                        .map(reason -> "; " + name + " " + reason))).findFirst().orElse("");
    }

    private Optional<MeasuredNetwork> network(String name) {
        return measured.stream().filter(found -> found.request().architecture().equals(Catalogue.find(name))).findFirst();
    }

    private List<Sample> samples(String name, CostMetric metric) {
        return network(name).map(found -> found.of(task(metric), batch(metric))).orElse(List.of());
    }

    private static Task task(CostMetric metric) {
        return metric.isTraining() ? Task.TRAINING : Task.INFERENCE;
    }

    private int batch(CostMetric metric) {
        List<Integer> inference = measuring.settings().inferenceBatches();
        return metric.isTraining() ? measuring.settings().trainingBatch().orElse(0) : inference.get(inference.size() - 1);
    }

    private static double[] logarithms(List<Sample> samples, CostMetric metric) {
        return samples.stream().mapToDouble(sample -> Math.log(metric.isEnergy()
                ? sample.energy().measured().orElseThrow().joules() / (sample.calls() * sample.batch())
                : sample.secondsPerImage())).toArray();
    }

    private Judgement judgement(Claim claim, Outcome outcome, int[] compared, int index, double[] adjusted) {
        Cost cost = (Cost) claim.statement();
        String name = cost.of() + " over " + cost.than();
        if (outcome.refusal().isPresent()) {
            return of(claim, Verdict.NOT_COMPARABLE, Optional.empty(), name, Optional.empty(), outcome.refusal().get());
        }
        if (outcome.ratio().isEmpty()) {
            return of(claim, Verdict.INCONCLUSIVE, Optional.empty(), name, Optional.empty(), outcome.waiting().orElseThrow());
        }
        StudentEstimate ratio = outcome.ratio().get();
        Interval interval = ratio.interval(Interval.LEVEL).exponential();
        int at = IntStream.range(0, compared.length).filter(i -> compared[i] == index).findFirst().orElseThrow();
        Judgement.Test test = new Judgement.Test("t test of the logarithms of pairs", ratio.pValue(0), adjusted[at], compared.length);
        boolean holds = (ratio.estimate() > 0) == (cost.side() == Side.ABOVE);
        Verdict verdict = test.adjustedPValue() > 1 - Judge.LEVEL ? Verdict.INCONCLUSIVE
                : holds ? Verdict.SEEN_AT_THIS_SCALE : Verdict.NOT_SEEN_AT_THIS_SCALE;
        String measuredRatio = String.format(Locale.ROOT,
                "one image costs %s %.3f times what it costs %s in %s (95 %% interval %.3f to %.3f, %d rounds in turns, batch %d)",
                cost.of(), interval.estimate(), cost.than(), words(cost.cost()), interval.lower(), interval.upper(),
                outcome.rounds(), batch(cost.cost()));
        String conclusion = verdict == Verdict.INCONCLUSIVE ? ", which does not settle it" : holds ? ", as claimed" : ", against the claim";
        return of(claim, verdict, Optional.of(interval), name, Optional.of(test),
                measuredRatio + conclusion + "; " + Quantity.p(test.pValue())
                + (compared.length > 1
                        ? ", after Holm's correction for " + compared.length + " claims " + Quantity.p(test.adjustedPValue()) : ""));
    }

    private static String words(CostMetric metric) {
        return switch (metric) {
            case INFERENCE_SECONDS -> "seconds of inference";
            case TRAINING_SECONDS -> "seconds of a training step";
            case INFERENCE_JOULES -> "joules of inference";
            case TRAINING_JOULES -> "joules of a training step";
        };
    }

    private static Judgement of(Claim claim, Verdict verdict, Optional<Interval> effect, String name,
                                Optional<Judgement.Test> test, String why) {
        return new Judgement(claim, verdict, effect, name, test, Reason.sentence(why), Optional.empty(), Optional.empty(),
                List.of(), List.of(), List.of());
    }
}

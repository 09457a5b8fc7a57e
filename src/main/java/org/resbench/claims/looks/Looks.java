package org.resbench.claims.looks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resbench.claims.Judge;
import org.resbench.claims.Judgement;
import org.resbench.claims.Verdict;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import org.resbench.spec.Claim;
import org.resbench.spec.Experiment;
import org.resbench.spec.Trial;

/** How far a plan's looks have come with the runs that are there. Pure: the same plan and runs give the same looks and verdicts, so a
 * report can be made again.
 *
 * <p>Each look judges the claims that are still open, by Holm among themselves, at the look's own level. A claim that is decided stays so
 * and asks for no more seeds. Leaving decided claims out of Holm's family keeps the rate: as long as no wrong verdict was given, all
 * claims of which one could be given are still in it; the looks' levels add up to 5 %.
 * @param taken looks for which all runs were there, in their order
 * @param judgements one for each claim, in the file's order
 * @param experiment with the seeds that were asked for so far, other cells than those of open claims having fewer
 * @param wanted trials that the next look waits for; empty when all claims are decided or the last look was taken */
public record Looks(LooksPlan plan, List<Look> taken, List<Judgement> judgements, Experiment experiment, List<Trial> wanted) {
    /** @param seeds of each cell of the claims it judged @param level that the look spends
     * @param decided ids of the claims it decided or that no seeds can decide @param open ids of those it left open */
    public record Look(int seeds, double level, List<String> decided, List<String> open) {}

    public Looks {
        taken = List.copyOf(taken);
        judgements = List.copyOf(judgements);
        wanted = List.copyOf(wanted);
    }

    /** The 5 % spent so far. */
    public double spent() {
        return plan.spent(taken.size());
    }

    /** For a reader of the report. */
    public String sentence() {
        String sizes = taken.stream().map(look -> Integer.toString(look.seeds())).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "The claims were looked at %d of at most %d times%s; %.4f of the error rate of %.2f is spent. "
                + "A claim's interval is at 1 less the level of the look that judged it, so that the intervals of all "
                + "looks hold together in 95 %% of experiments; its p value is that of one look. "
                + "Intervals of single cells' means know of one look only.", taken.size(),
                        plan.sizes().length, taken.isEmpty() ? ""
                : ", with " + sizes + " seeds a cell", spent(), 1 - Judge.LEVEL);
    }

    /** Takes every look that the runs allow.
     * @param runs all that may belong to the experiment; others are left out */
    public static Looks take(Experiment experiment, LooksPlan plan, List<Run> runs) {
        Set<String> finished = runs.stream().filter(run -> run.result().isPresent()).map(run -> run.manifest().fingerprint())
                .collect(Collectors.toSet());
        Map<String, Judgement> judged = new LinkedHashMap<>();
        List<Look> taken = new ArrayList<>();
        List<Claim> open = experiment.claims();
        Set<String> growing = experiment.trials().stream().map(Trial::cell).collect(Collectors.toCollection(LinkedHashSet::new));
        Experiment grown = experiment;
        List<Trial> wanted = List.of();
        int[] sizes = plan.sizes();
        for (int look = 0; look < sizes.length && !open.isEmpty() && wanted.isEmpty(); look++) {
            grown = withTrials(grown, grown(grown.trials(), growing, plan.seeds(sizes[look])));
            wanted = grown.trials().stream().filter(trial -> !finished.contains(RunStore.fingerprint(trial))).toList();
            List<Judgement> now = Judge.judge(withClaims(grown, open), runs, plan.levels()[look]);
            for (Judgement judgement : now) {
                judged.put(judgement.claim().id(), judgement.withNote(note(plan, look, settled(judgement), wanted.isEmpty())));
            }
            if (wanted.isEmpty()) {
                open = now.stream().filter(judgement -> !settled(judgement)).map(Judgement::claim).toList();
                List<String> decided = now.stream().filter(Looks::settled).map(judgement -> judgement.claim().id()).toList();
                taken.add(new Look(sizes[look], plan.levels()[look], decided, open.stream().map(Claim::id).toList()));
                growing = now.stream().filter(judgement -> !settled(judgement)).flatMap(Looks::cells).collect(Collectors.toSet());
            }
        }
        return new Looks(plan, taken, experiment.claims().stream().map(claim -> judged.get(claim.id())).toList(), grown, wanted);
    }

    /** Decided, or beyond what seeds can decide: not comparable, or its metric was not measured by finished runs. */
    private static boolean settled(Judgement judgement) {
        return judgement.verdict() != Verdict.INCONCLUSIVE || !judgement.missing().isEmpty();
    }

    private static Stream<String> cells(Judgement judgement) {
        return Stream.concat(judgement.evidence().stream().map(Judgement.Evidence::cell),
                judgement.missing().stream().map(Judgement.Missing::cell));
    }

    /** Cells stay in their order; new seeds follow a cell's own. */
    private static List<Trial> grown(List<Trial> trials, Set<String> growing, List<Long> seeds) {
        Map<String, List<Trial>> cells = trials.stream()
                .collect(Collectors.groupingBy(Trial::cell, LinkedHashMap::new, Collectors.toList()));
        List<Trial> grown = new ArrayList<>();
        cells.forEach((cell, members) -> {
            grown.addAll(members);
            if (growing.contains(cell)) {
                Trial any = members.get(0);
                seeds.stream().skip(members.size()).map(any::withSeed).forEach(grown::add);
            }
        });
        return grown;
    }

    private static Experiment withTrials(Experiment e, List<Trial> trials) {
        return e.with(trials);
    }

    private static Experiment withClaims(Experiment e, List<Claim> claims) {
        return e.withClaims(claims);
    }

    private static String note(LooksPlan plan, int look, boolean settled, boolean complete) {
        String which = String.format(Locale.ROOT, "look %d of at most %d: %d seeds a cell, level %.4f of the %.2f that all looks share",
                look + 1, plan.sizes().length, plan.sizes()[look], plan.levels()[look], 1 - Judge.LEVEL);
        return !complete ? "waits for the runs of " + which : (settled ? "judged for good at " : "still open after ") + which;
    }
}

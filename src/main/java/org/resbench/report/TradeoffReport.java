package org.resbench.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.claims.Judgement;
import org.resbench.report.energy.Footprint;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Provenance;
import org.resbench.report.model.Provenance.Fact;
import org.resbench.report.model.Report;
import org.resbench.report.model.Report.Heading;
import org.resbench.report.model.Report.Tally;
import org.resbench.report.tradeoff.Tradeoff;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.runs.measurements.MeasurementStore;
import org.resbench.runs.measurements.Request;
import org.resbench.spec.Experiment;
import org.resbench.spec.Measuring;
import org.resbench.spec.Scale;

/** The report of an experiment that measures networks. It rests on the windows of one machine. */
final class TradeoffReport {
    private TradeoffReport() {}

    /** @param found all that was measured for it, on whatever machine @param footprint what energy costs and emits */
    static Report of(Experiment experiment, Measuring measuring, List<MeasuredNetwork> found,
                     List<Judgement> judgements, Footprint footprint, Instant generated) {
        List<MeasuredNetwork> own = MeasurementStore.ofOneMachine(found);
        List<ClaimResult> claims = judgements.stream().map(Words::claim).toList();
        Tradeoff tradeoff = Tradeoff.of(experiment, measuring, own, footprint);
        int all = measuring.networks().size();
        long complete = own.stream().filter(one -> one.result().isPresent()).count();
        String where = experiment.paper() == null ? "an experiment of no paper" : Words.of(experiment.paper());
        String device = own.stream().map(one -> one.request().conditions().device()).findFirst().orElse("no machine yet");
        Tally counted = Words.tally(claims, List.of());
        Tally tally = new Tally(counted.claims(), new Tally.Trials(all, (int) complete, 0, own.size() - (int) complete, all - own.size()));
        String headline = complete + " of " + all + " networks measured on " + device + ": " + verdicts(claims) + ".";
        List<String> notes = new ArrayList<>(tradeoff.notes());
        List<String> others = found.stream().filter(one -> !own.contains(one))
                .map(one -> one.request().conditions().device() + " (" + one.request().conditions().host() + "), energy "
                        + one.request().conditions().meter())
                .distinct().toList();
        if (!others.isEmpty()) {
            notes.add("Left out, since measurements under different conditions are never mixed: " + String.join("; ", others) + ".");
        }
        Optional<String> banner = experiment.scale() == Scale.PAPER ? Optional.empty()
                : Optional.of(Words.scale(experiment.scale()).toUpperCase(Locale.ROOT) + " SCALE: times and joules are of "
                + (measuring.settings().imageSize() == 0
                        ? "few, short windows" : measuring.settings().imageSize() + " pixels and short windows"));
        Heading heading = new Heading(experiment.name(), experiment.title(), where,
                Words.scale(experiment.scale()), banner, headline, generated);
        return new Report(heading, tally, claims, tradeoff.tables(), tradeoff.figures(), provenance(own), notes);
    }

    /** Counts are the paper's; what was measured holds for one machine, so the two are told apart. */
    private static String verdicts(List<ClaimResult> claims) {
        if (claims.isEmpty()) {
            return "no claims were judged";
        }
        return "of " + claims.size() + (claims.size() == 1 ? " claim " : " claims ") + claims.stream()
                .collect(Collectors.groupingBy(ClaimResult::word, LinkedHashMap::new, Collectors.counting())).entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
    }

    private static Provenance provenance(List<MeasuredNetwork> own) {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "resbench_version", "Resbench", own, request -> request.provenance().resbenchVersion());
        fact(facts, "git_commit", "Commit", own, request -> request.provenance().gitCommit() + (request.provenance().gitDirty()
                ? " (with uncommitted changes)" : ""));
        fact(facts, "tensorflow", "TensorFlow", own, request -> request.conditions().tensorflow());
        fact(facts, "device", "Device", own, request -> request.conditions().device());
        fact(facts, "meter", "Energy meter", own, request -> request.conditions().meter());
        fact(facts, "os", "Operating system", own, request -> request.provenance().os());
        fact(facts, "jvm", "Java", own, request -> request.provenance().jvm());
        fact(facts, "command_line", "Command line", own, request -> String.join(" ", request.provenance().commandLine()));
        return new Provenance(facts, List.of());
    }

    private static void fact(List<Fact> facts, String key, String label, List<MeasuredNetwork> own, Function<Request, String> value) {
        facts.add(new Fact(key, label, own.stream().map(MeasuredNetwork::request).map(value).distinct().toList()));
    }
}

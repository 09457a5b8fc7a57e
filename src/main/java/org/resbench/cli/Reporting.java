package org.resbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.resbench.claims.Judge;
import org.resbench.claims.looks.Looks;
import org.resbench.claims.looks.LooksPlan;
import org.resbench.report.Format;
import org.resbench.report.ReportWriter;
import org.resbench.report.cells.ClassNames;
import org.resbench.report.energy.Footprint;
import org.resbench.report.model.ClaimResult;
import org.resbench.report.model.Report;
import org.resbench.runs.Json;
import org.resbench.runs.Run;
import org.resbench.runs.RunStore;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.runs.measurements.MeasurementStore;
import org.resbench.spec.Experiment;
import org.resbench.spec.Measuring;
import org.resbench.spec.Scale;

/** Makes reports of runs that are there: of one experiment, or of everything in the store. Trains nothing. */
final class Reporting {
    /** Folder of the report of runs that belong to no experiment file, below the asked one. */
    static final String OTHERS = "other-runs";

    /** @param folder where reports go @param footprint what energy costs and emits @param names of classes */
    record Options(Path folder, Set<Format> formats, boolean quiet, boolean json, Footprint footprint, ClassNames names) {
        Options(Path folder, Set<Format> formats, boolean quiet, boolean json, Footprint footprint) {
            this(folder, formats, quiet, json, footprint, ClassNames.UNKNOWN);
        }
    }

    /** Finds an experiment by the name that runs give it. */
    interface Shelf {
        /** Empty if its file is not where experiments are kept.
         * @throws UserError if it is there and wrong */
        Optional<Experiment> find(String name, Scale scale);
    }

    /** What was written of one report. @param scale of the runs, or several of them */
    record Written(String experiment, String scale, Optional<String> banner, String headline, List<RunFacts.ClaimFacts> claims,
                   Optional<LooksFacts> looks, Path folder, List<Path> files) {}

    private final RunStore store;
    private final Options options;
    private final PrintWriter out;
    private final List<Written> written = new ArrayList<>();

    Reporting(RunStore store, Options options, PrintWriter out) {
        this.store = store;
        this.options = options;
        this.out = out;
    }

    /** Reports one experiment.
     * @throws UserError if it has trials and none of them has a run */
    int of(Experiment experiment) {
        return of(experiment, Optional.empty());
    }

    /** @param plan of looks at the claims; empty for one look */
    int of(Experiment experiment, Optional<LooksPlan> plan) {
        if (experiment.complexity().isPresent()) {
            write(new ReportWriter(experiment, List.of(), Judge.judge(experiment, List.of())), options.folder());
            return finish();
        }
        if (experiment.measuring().isPresent()) {
            return ofMeasured(experiment, experiment.measuring().get());
        }
        List<Run> all = runs();
        List<Run> own = own(experiment, all);
        if (own.isEmpty()) {
            throw new UserError(noRunsOf(experiment, all));
        }
        write(writer(experiment, own, all, plan), options.folder());
        return finish();
    }

    private int ofMeasured(Experiment experiment, Measuring measuring) {
        List<MeasuredNetwork> all = new MeasurementStore(store.root()).all(measuring);
        if (all.isEmpty()) {
            throw new UserError(experiment.source() + ": none of its " + measuring.networks().size() + " networks was measured at scale "
                    + name(experiment.scale()) + " in " + store.root() + "; measure them with 'resbench run " + experiment.source()
                    + "', or name another folder with --runs DIR");
        }
        write(ReportWriter.measured(experiment, all), options.folder());
        return finish();
    }

    /** Reports every experiment whose file is found, at every scale it was run at, and the remaining runs as tables. */
    int ofEverything(Shelf shelf) {
        List<Run> left = new ArrayList<>(runs());
        record Origin(String experiment, Scale scale) {}
        Map<Origin, List<Run>> byOrigin = left.stream().collect(Collectors.groupingBy(
                r -> new Origin(r.manifest().experiment(), r.manifest().scale()), LinkedHashMap::new, Collectors.toList()));
        for (Origin origin : byOrigin.keySet()) {
            Optional<Experiment> experiment = shelf.find(origin.experiment(), origin.scale());
            List<Run> own = experiment.map(e -> own(e, runs())).orElse(List.of());
            if (!own.isEmpty()) {
                Path folder = options.folder().resolve(origin.experiment() + "-" + name(origin.scale()));
                Optional<LooksPlan> plan = LooksFile.plan(folder, experiment.get());
                List<Run> all = runs();
                write(writer(experiment.get(), own, all, plan), folder);
                Experiment whole = plan.map(p -> Looks.take(experiment.get(), p, all).experiment()).orElse(experiment.get());
                Set<Path> used = own(whole, all).stream().map(Run::folder).collect(Collectors.toSet());
                left.removeIf(r -> used.contains(r.folder()));
            }
        }
        if (!left.isEmpty()) {
            write(new ReportWriter(left), options.folder().resolve(OTHERS));
        }
        return finish();
    }

    private static ReportWriter writer(Experiment experiment, List<Run> own, List<Run> all, Optional<LooksPlan> plan) {
        Optional<Looks> looks = plan.map(p -> Looks.take(experiment, p, all));
        return looks.map(l -> new ReportWriter(l.experiment(), own(l.experiment(), all), l))
                .orElseGet(() -> new ReportWriter(experiment, own, Judge.judge(experiment, own)));
    }

    private List<Run> runs() {
        List<Run> runs = store.list();
        if (runs.isEmpty()) {
            throw new UserError("--runs: there are no runs in " + store.root()
                    + "; make some with 'resbench run FILE', or name another folder with --runs DIR");
        }
        return runs;
    }

    private static List<Run> own(Experiment experiment, List<Run> runs) {
        Set<String> asked = experiment.trials().stream().map(RunStore::fingerprint).collect(Collectors.toSet());
        return runs.stream().filter(r -> asked.contains(r.manifest().fingerprint())).toList();
    }

    private String noRunsOf(Experiment experiment, List<Run> all) {
        String scales = all.stream().map(Run::manifest).filter(m -> m.experiment().equals(experiment.name())).map(m -> name(m.scale()))
                .filter(s -> !s.equals(name(experiment.scale()))).distinct().sorted().collect(Collectors.joining(" and "));
        return experiment.source() + ": none of its " + experiment.trials().size() + " trials at scale " + name(experiment.scale())
                + " has a run in " + store.root() + (scales.isEmpty() ? "" : ", but there are runs of it at scale " + scales + " (--scale)")
                + "; make them with 'resbench run " + experiment.source() + "', or name another folder with --runs DIR";
    }

    private static String name(Scale scale) {
        return scale.name().toLowerCase(Locale.ROOT);
    }

    private void write(ReportWriter unstated, Path folder) {
        ReportWriter writer = unstated.with(options.footprint()).with(options.names());
        Report report = writer.report();
        List<Path> files;
        try {
            files = writer.write(folder, options.formats());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.add(new Written(report.heading().name(), report.heading().scale(), report.heading().banner(), report.heading().headline(),
                report.claims().stream().map(c -> new RunFacts.ClaimFacts(c.id(), c.word(), c.why())).toList(),
                        report.looks().map(LooksFacts::of), folder, files));
        if (!options.json()) {
            out.print(text(report, files));
        }
    }

    private String text(Report report, List<Path> files) {
        StringBuilder text = new StringBuilder(report.heading().headline() + "\n");
        if (!options.quiet()) {
            report.heading().banner().ifPresent(banner -> text.append(banner).append('\n'));
            report.looks().ifPresent(looks -> text.append(looks.sentence()).append('\n'));
        }
        for (ClaimResult claim : report.claims()) {
            text.append("  ").append(claim.word()).append(": ").append(claim.id()).append('\n');
        }
        return text.append(RunText.written(files)).toString();
    }

    private int finish() {
        if (options.json()) {
            out.print(Json.pretty(Map.of("reports", written)));
        }
        out.flush();
        return ExitCode.DONE;
    }
}

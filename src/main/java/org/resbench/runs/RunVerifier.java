package org.resbench.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.weights.SafetensorsFile;
import org.resbench.weights.WeightsException;

/** Checks that a run folder is readable and that its files agree with each other. */
public final class RunVerifier {
    private static final double PERCENT = 100;
    /** Percent errors are computed from counts; anything beyond rounding is a contradiction. */
    private static final double TOLERANCE_PERCENT = 1e-6;

    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();

    private RunVerifier(Path folder) {
        this.folder = folder;
    }

    /** Everything found, in the order of checking; empty for a sound run. */
    public static List<Finding> verify(Path folder) {
        RunVerifier verifier = new RunVerifier(folder);
        verifier.leftovers();
        verifier.readable(() -> verifier.manifest(RunFiles.manifest(folder)));
        return List.copyOf(verifier.findings);
    }

    private void manifest(Manifest manifest) {
        unknownKeys(RunFiles.MANIFEST, manifest);
        String computed = RunStore.fingerprint(manifest.trial());
        damageUnless(computed.equals(manifest.fingerprint()), RunFiles.MANIFEST, "fingerprint: " + manifest.fingerprint()
                + " is not that of its trial, " + computed + "; the file was changed after the run began");
        String name = RunStore.folderName(manifest.trial(), manifest.fingerprint());
        noteUnless(RunSummary.name(folder).equals(name), "the folder",
                "is named otherwise than '" + name + "', so experiments do not find it");
        List<Event> events = new ArrayList<>();
        readable(() -> events.addAll(new StoredRun(folder, manifest).events()));
        events(events, manifest.trial().recipe().iterations());
        checkpoints();
        if (Files.exists(folder.resolve(RunFiles.RESULT))) {
            readable(() -> result(RunFiles.result(folder), manifest, events));
        }
    }

    private void events(List<Event> events, long planned) {
        long before = 0;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            String line = RunFiles.EVENTS + ":" + (i + 1);
            damageUnless(event.iteration() >= before || event.takesBack(), line, "iteration " + event.iteration() + " of '"
                    + event.kind() + "' comes after " + before + " without a 'resumed' between");
            damageUnless(event.iteration() <= planned, line,
                    "iteration " + event.iteration() + " is beyond the " + planned + " that were asked for");
            before = event.iteration();
        }
    }

    private void result(RunResult result, Manifest manifest, List<Event> events) {
        unknownKeys(RunFiles.RESULT, result);
        String asked = manifest.trial().data().name();
        damageUnless(result.data().name().equals(asked), RunFiles.RESULT, "data.name: '" + result.data().name() + "' is not '" + asked
                + "' of the manifest");
        damageUnless(result.weightsSha256().matches("[0-9a-f]{64}"), RunFiles.RESULT, "weights_sha256: '" + result.weightsSha256()
                + "' is not 64 hex digits");
        if (result.status() == RunStatus.DIVERGED) {
            damageUnless(events.stream().anyMatch(event -> event.kind().equals("diverged")), RunFiles.EVENTS,
                    "no 'diverged' event, though the result says so");
            return;
        }
        long planned = manifest.trial().recipe().iterations();
        damageUnless(result.iterations() == planned, RunFiles.RESULT, "iterations: " + result.iterations() + " of " + planned
                + " is not complete");
        RunResult.Final last = result.last();
        double counted = PERCENT * last.testErrors() / result.data().testImages();
        damageUnless(Math.abs(counted - last.testErrorPercent()) < TOLERANCE_PERCENT, RunFiles.RESULT, "final.test_error_percent: "
                + last.testErrorPercent() + " is not " + last.testErrors() + " errors of "
                + result.data().testImages() + " images, " + counted);
        finalEvaluation(last, events);
        predictions(result);
    }

    private void finalEvaluation(RunResult.Final last, List<Event> events) {
        Optional<Event> evaluation = events.stream().filter(event -> event.kind().equals("evaluation")).reduce((first, second) -> second);
        double seen = evaluation.map(event -> event.number("test_error_percent").orElse(Double.NaN)).orElse(Double.NaN);
        damageUnless(Math.abs(seen - last.testErrorPercent()) < TOLERANCE_PERCENT, RunFiles.RESULT, "final.test_error_percent: "
                + last.testErrorPercent() + " is not the last evaluation in " + RunFiles.EVENTS + ", "
                + (evaluation.isPresent() ? seen : "which has none"));
    }

    private void predictions(RunResult result) {
        Path file = folder.resolve(RunFiles.PREDICTIONS);
        if (!Files.exists(file)) {
            damageUnless(false, RunFiles.PREDICTIONS, "is missing, though the run is complete");
            return;
        }
        readable(() -> {
            Run.Predictions predictions = PredictionsFile.read(file);
            damageUnless(predictions.labels().length == result.data().testImages(), RunFiles.PREDICTIONS, predictions.labels().length
                    + " rows for " + result.data().testImages() + " test images");
            damageUnless(predictions.errors() == result.last().testErrors(), RunFiles.PREDICTIONS, predictions.errors()
                    + " wrong predictions, but final.test_errors is " + result.last().testErrors());
            int highest = IntStream.concat(IntStream.of(predictions.labels()), IntStream.of(predictions.predicted())).max().orElse(0);
            damageUnless(highest < result.data().classes(), RunFiles.PREDICTIONS,
                    "class " + highest + " of only " + result.data().classes());
        });
    }

    private void checkpoints() {
        for (Path file : RunFiles.checkpoints(folder)) {
            try {
                damageUnless(SafetensorsFile.open(file).isUnchanged(), RunFiles.CHECKPOINTS, SafetensorsFile.changed(file.getFileName()));
            } catch (WeightsException e) {
                damageUnless(false, RunFiles.CHECKPOINTS, e.getMessage());
            }
        }
    }

    private void leftovers() {
        for (String name : List.of(RunFiles.MANIFEST, RunFiles.RESULT, RunFiles.PREDICTIONS)) {
            Path part = folder.resolve(name + DurableFile.TEMPORARY_SUFFIX);
            noteUnless(!Files.exists(part), RunSummary.name(part), "was left by a crash; harmless, the next write replaces it");
        }
        noteUnless(!EventLog.isTorn(folder.resolve(RunFiles.EVENTS)), RunFiles.EVENTS,
                "its last line was torn by a crash; harmless, it is ignored and cut off when the run continues");
    }

    private void unknownKeys(String file, Object understood) {
        List<String> unknown = new ArrayList<>();
        collectUnknown("", RunFiles.tree(folder.resolve(file)), Json.tree(understood), unknown);
        noteUnless(unknown.isEmpty(), file, "keys of another version, ignored here: " + String.join(", ", unknown));
    }

    private static void collectUnknown(String path, JsonNode found, JsonNode known, List<String> into) {
        found.properties().forEach(field -> {
            String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (!known.has(field.getKey())) {
                into.add(key);
            } else {
                collectUnknown(key, field.getValue(), known.get(field.getKey()), into);
            }
        });
    }

    private void readable(Runnable check) {
        try {
            check.run();
        } catch (RunException e) {
            findings.add(new Finding(RunSummary.name(folder), true, e.getMessage()));
        }
    }

    private void damageUnless(boolean sound, String where, String what) {
        if (!sound) {
            findings.add(new Finding(RunSummary.name(folder), true, where + ": " + what));
        }
    }

    private void noteUnless(boolean usual, String where, String what) {
        if (!usual) {
            findings.add(new Finding(RunSummary.name(folder), false, where + ": " + what));
        }
    }
}

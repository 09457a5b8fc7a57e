package org.resbench.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.resbench.spec.Experiment;
import org.resbench.spec.InitialiseFrom;
import org.resbench.spec.Trial;

/** Which weights trials start from that start from a trained network: they are part of what a trial means, so its run cannot
 * be found without them. */
public final class StartingWeights {
    private StartingWeights() {}

    /** The experiment with the SHA-256 of every trial's source. Where the source is gone, but this store has the trial's run (a report on
     * copied runs), that of the run; where neither is there, none, and no run will be found.
     * @throws RunException if a source cannot be read */
    public static Experiment resolve(Experiment experiment, RunStore store) {
        if (experiment.trials().stream().allMatch(trial -> trial.initialiseFrom().isEmpty())) {
            return experiment;
        }
        List<Run> runs = store.list();
        return experiment.with(experiment.trials().stream()
                .map(trial -> trial.initialiseFrom().map(from -> trial.from(resolve(trial, from, runs))).orElse(trial)).toList());
    }

    private static InitialiseFrom resolve(Trial trial, InitialiseFrom from, List<Run> runs) {
        Optional<String> there = sha256(from);
        if (there.isPresent()) {
            return from.of(there.get());
        }
        List<String> remembered = runs.stream().map(Run::manifest).filter(manifest -> manifest.trial().initialiseFrom()
                .filter(started -> name(started).equals(name(from)))
                .filter(started -> RunStore.fingerprint(trial.from(from.of(started.sha256()))).equals(manifest.fingerprint())).isPresent())
                .map(manifest -> manifest.trial().initialiseFrom().orElseThrow().sha256()).distinct().toList();
        return remembered.size() == 1 ? from.of(remembered.get(0)) : from;
    }

    /** What to say of a source that is not there. */
    public static String missing(InitialiseFrom from) {
        return from.kind() == InitialiseFrom.Kind.RUN
                ? from.path() + ": initialise_from.run: there is no finished run yet; train it first, or name another with --set"
                + " initialise_from.run=DIR"
                : from.path() + ": initialise_from.weights: there is no such file; give another with --set initialise_from.weights=FILE";
    }

    private static Path name(InitialiseFrom from) {
        return Path.of(from.path()).getFileName();
    }

    /** SHA-256 (hex) of the weights that are there now: what a finished run's result says, or a file's own. Empty if there is no finished
     * run, no file.
     * @throws RunException if it cannot be read */
    public static Optional<String> sha256(InitialiseFrom from) {
        Path path = Path.of(from.path());
        return switch (from.kind()) {
            case RUN -> Files.exists(path.resolve(RunFiles.RESULT)) ? Optional.of(RunFiles.result(path).weightsSha256()) : Optional.empty();
            case WEIGHTS -> Files.isRegularFile(path) ? Optional.of(hash(path)) : Optional.empty();
        };
    }

    private static String hash(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw DurableFile.cannotRead(file, e);
        }
    }
}

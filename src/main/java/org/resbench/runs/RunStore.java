package org.resbench.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.resbench.spec.InitialiseFrom;
import org.resbench.spec.Recipe;
import org.resbench.spec.Trial;

/** A folder of run folders ({@code --runs}, default {@code runs/}); any number of processes may use it at once. */
public record RunStore(Path root) {
    /** Hex digits of the fingerprint in a folder's name. */
    static final int NAME_DIGITS = 12;

    /** Every run in it, sorted by folder name; folders that are no runs are skipped, damaged ones are reported by {@code runs verify}. */
    public List<Run> list() {
        List<Run> runs = new ArrayList<>();
        for (Path folder : folders()) {
            try {
                runs.add(new StoredRun(folder, RunFiles.manifest(folder)));
            } catch (RunException e) {
                // Its manifest is damaged or of another schema: no run until it is mended, and 'runs verify' says how.
            }
        }
        return List.copyOf(runs);
    }

    /** Every folder that is or was a run, readable or not: one with a manifest, or with what only runs write. Sorted by name; empty if
     * there is no store yet. */
    public List<Path> folders() {
        return everyFolder().stream().filter(RunFiles::isRun).toList();
    }

    /** Every visible folder, sorted by name. */
    List<Path> everyFolder() {
        if (!Files.exists(root)) {
            return List.of();
        }
        if (!Files.isDirectory(root)) {
            throw new RunException(root + ": is no folder, so there are no runs in it; name another one with --runs DIR");
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw DurableFile.cannotRead(root, e);
        }
    }

    /** @throws RunException if its manifest is missing, damaged or of another schema */
    public static Run read(Path folder) {
        return new StoredRun(folder, RunFiles.manifest(folder));
    }

    /** The folders that a user may mean: just one if the text is its path or its name in this store, else every one whose name contains
     * it. */
    public List<Path> matching(String text) {
        for (Path folder : List.of(root.resolve(text), Path.of(text))) {
            if (Files.exists(folder.resolve(RunFiles.MANIFEST))) {
                return List.of(folder);
            }
        }
        return folders().stream().filter(folder -> folder.getFileName().toString().contains(text)).toList();
    }

    /** The run of a trial, if one was ever started here.
     * @throws RunException if its manifest is damaged or of another schema */
    public Optional<Run> find(Trial trial) {
        String fingerprint = fingerprint(trial);
        Path folder = root.resolve(folderName(trial, fingerprint));
        if (!Files.exists(folder.resolve(RunFiles.MANIFEST))) {
            return Optional.empty();
        }
        return Optional.of(read(folder)).filter(run -> run.manifest().fingerprint().equals(fingerprint));
    }

    /** Creates the trial's folder or reopens it to continue, and locks it. A reopened run keeps its first manifest.
     * @throws RunException if another process holds it (naming its pid), it is complete already, or the folder cannot be written
     *     (disk full, permission) */
    public OpenRun open(Manifest manifest) {
        return HeldRun.open(root.resolve(folderName(manifest.trial(), manifest.fingerprint())), manifest, Clock.systemUTC());
    }

    /** SHA-256 (hex) of what a trial means: over the canonical JSON of its architecture, data, recipe and seed, and of what it starts from,
     * if its weights are not all drawn. The cell's name and axes
     * do not count, nor do {@code evaluate_every} and {@code checkpoint_every}, which leave every weight as it is. How often a run
     * evaluates does decide which evaluation is {@link RunResult#best}, a number that only shows inflation; the manifest says how
     * often it was. {@code gradient_norms_every} and {@code layer_responses} count: a run without them cannot answer an experiment that
     * asks for them. {@code precision} counts where it is not float32, so that older runs keep their fingerprints. */
    public static String fingerprint(Trial trial) {
        ObjectNode meaning = Json.object();
        meaning.set("architecture", Json.tree(trial.architecture()));
        meaning.set("data", Json.tree(trial.data()));
        ObjectNode recipe = (ObjectNode) Json.tree(trial.recipe());
        recipe.remove(List.of("evaluate_every", "checkpoint_every"));
        if (trial.recipe().precision() == Recipe.Precision.FLOAT32) {
            recipe.remove("precision");
        }
        meaning.set("recipe", recipe);
        meaning.put("seed", trial.seed());
        trial.initialiseFrom().ifPresent(source -> meaning.set("initialise_from", start(source)));
        return sha256(Json.canonical(meaning));
    }

    /** What of the source counts: its weights, whatever folder or file they are in, and what becomes of its layers. */
    private static ObjectNode start(InitialiseFrom source) {
        ObjectNode start = Json.object();
        start.put("sha256", source.sha256());
        start.set("new_layers", Json.tree(source.newLayers().stream().sorted().distinct().toList()));
        start.set("freeze", Json.tree(source.freeze().stream().sorted().distinct().toList()));
        return start;
    }

    /** {@code <label>-<data>-s<seed>-<first 12 hex digits of the fingerprint>}; characters unfit for a file name become underscores. */
    public static String folderName(Trial trial, String fingerprint) {
        return (trial.architecture().label() + "-" + trial.data().name()).replaceAll("[^A-Za-z0-9._-]", "_")
                + "-s" + trial.seed() + "-" + fingerprint.substring(0, NAME_DIGITS);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

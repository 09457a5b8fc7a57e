package org.resbench.runs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One thing that {@code resbench runs gc} may remove.
 * @param folder the run
 * @param path what goes: the run's folder, or one entry of its checkpoints
 * @param bytes that this frees
 * @param why it is not needed */
public record Garbage(Path folder, Path path, long bytes, String why) {
    private static final Set<String> OUR_NAMES = Set.of(FolderLock.FILE,
            RunFiles.MANIFEST + DurableFile.TEMPORARY_SUFFIX, RunFiles.CHECKPOINTS);

    /** Failed runs; folders in which nothing happened; checkpoints of finished runs, but the last one, which holds the trained weights.
     * Runs in use are left out. Nothing is removed.
     * @param weightsToo the last checkpoints of finished runs as well: they cannot be evaluated or exported any more */
    public static List<Garbage> find(RunStore store, boolean weightsToo) {
        List<Garbage> found = new ArrayList<>();
        for (Path folder : store.everyFolder()) {
            if (FolderLock.isHeld(folder)) {
                continue;
            }
            if (!Files.exists(folder.resolve(RunFiles.MANIFEST))) {
                if (isOurs(folder)) {
                    found.add(new Garbage(folder, folder, size(folder), "a crash left it before its manifest was written"));
                }
                continue;
            }
            try {
                ofRun(RunStore.read(folder), weightsToo, found);
            } catch (RunException e) {
                // Damaged: 'runs verify' says how, and a person decides.
            }
        }
        return List.copyOf(found);
    }

    /** @throws RunException if the run is in use by now, or its files cannot be removed */
    public void remove() {
        try (FolderLock lock = FolderLock.acquire(folder)) {
            Path going = path;
            if (path.equals(folder)) {
                going = folder.resolveSibling(".removed-" + folder.getFileName());
                Files.move(folder, going, StandardCopyOption.ATOMIC_MOVE);
            }
            delete(going);
        } catch (IOException e) {
            throw new RunException(path + ": cannot be removed (" + DurableFile.reason(e) + "); grant write access there", e);
        }
    }

    private static void ofRun(Run run, boolean weightsToo, List<Garbage> found) {
        List<Event> events = run.events();
        switch (run.status()) {
            case RUNNING -> { }
            case FAILED -> found.add(new Garbage(run.folder(), run.folder(), size(run.folder()), "failed: "
                    + events.get(events.size() - 1).fields().getOrDefault("why", "no reason given")));
            case INTERRUPTED -> {
                if (events.stream().allMatch(event -> event.iteration() == 0)) {
                    found.add(new Garbage(run.folder(), run.folder(), size(run.folder()), "stopped before its first iteration"));
                }
            }
            case COMPLETED, DIVERGED -> checkpoints(run, events, weightsToo, found);
        }
    }

    private static void checkpoints(Run run, List<Event> events, boolean weightsToo, List<Garbage> found) {
        String last = events.stream().filter(event -> event.kind().equals("checkpoint"))
                .map(event -> String.valueOf(event.fields().get("file"))).reduce("", (first, second) -> second);
        if (last.isEmpty() && !weightsToo) {
            return;
        }
        for (Path entry : entries(run.folder().resolve(RunFiles.CHECKPOINTS))) {
            boolean holdsWeights = run.folder().resolve(RunFiles.CHECKPOINTS).resolve(last).startsWith(entry)
                    || run.folder().resolve(last).startsWith(entry);
            if (weightsToo || !holdsWeights) {
                found.add(new Garbage(run.folder(), entry, size(entry), holdsWeights ? "trained weights of a finished run"
                        : "an earlier checkpoint of a finished run"));
            }
        }
    }

    private static boolean isOurs(Path folder) {
        List<Path> entries = entries(folder);
        return Files.exists(folder.resolve(FolderLock.FILE))
                && entries.stream().allMatch(entry -> OUR_NAMES.contains(entry.getFileName().toString()));
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw DurableFile.cannotRead(folder, e);
        }
    }

    private static long size(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw DurableFile.cannotRead(path, e);
        }
    }

    /** Links are removed, never followed. */
    private static void delete(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

package org.resbench.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A run folder open for writing; its methods may be called from any thread. */
final class HeldRun implements OpenRun {
    private final Path folder;
    private final Manifest manifest;
    private final List<Event> earlier;
    private final EventLog log;
    private final FolderLock lock;
    private final Clock clock;

    private HeldRun(Path folder, Manifest manifest, List<Event> earlier, EventLog log, FolderLock lock, Clock clock) {
        this.folder = folder;
        this.manifest = manifest;
        this.earlier = earlier;
        this.log = log;
        this.lock = lock;
        this.clock = clock;
    }

    /** Locks the folder, then creates or reads its manifest; the lock is given back if that fails. */
    static HeldRun open(Path folder, Manifest asked, Clock clock) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.acquire(folder);
            try {
                return locked(folder, asked, lock, clock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw DurableFile.cannotWrite(folder, e);
        }
    }

    private static HeldRun locked(Path folder, Manifest asked, FolderLock lock, Clock clock) throws IOException {
        Path manifestFile = folder.resolve(RunFiles.MANIFEST);
        if (Files.exists(folder.resolve(RunFiles.RESULT))) {
            if (!Files.exists(manifestFile)) {
                throw new RunException(folder + ": has a " + RunFiles.RESULT + " but no " + RunFiles.MANIFEST
                        + ", so nobody can tell what was run; put the manifest back, or delete the folder to run the trial again");
            }
            throw new RunException(folder + ": is complete already; delete the folder to run the trial again");
        }
        if (!Files.exists(manifestFile)) {
            DurableFile.write(manifestFile, Json.prettyBytes(asked));
        }
        Manifest stored = RunFiles.manifest(folder);
        if (!stored.fingerprint().equals(asked.fingerprint())) {
            throw new RunException(manifestFile + ": fingerprint: " + stored.fingerprint() + " is another trial's, this one's is "
                    + asked.fingerprint() + "; delete the folder or choose another one with --runs");
        }
        Files.createDirectories(folder.resolve(RunFiles.CHECKPOINTS));
        List<Event> earlier = EventLog.read(folder.resolve(RunFiles.EVENTS));
        EventLog log = EventLog.open(folder.resolve(RunFiles.EVENTS));
        return new HeldRun(folder, stored, earlier, log, lock, clock);
    }

    @Override public Path folder() {
        return folder;
    }

    @Override public Manifest manifest() {
        return manifest;
    }

    @Override public Path checkpoints() {
        return folder.resolve(RunFiles.CHECKPOINTS);
    }

    @Override public List<Event> earlierEvents() {
        return earlier;
    }

    @Override public synchronized void append(String kind, long iteration, Map<String, Object> fields) {
        try {
            log.append(new Event(clock.instant(), kind, iteration, fields));
        } catch (IOException e) {
            throw DurableFile.cannotWrite(folder.resolve(RunFiles.EVENTS), e);
        }
    }

    @Override public synchronized void storePredictions(Run.Predictions predictions) {
        write(RunFiles.PREDICTIONS, PredictionsFile.bytes(predictions));
    }

    @Override public synchronized void complete(RunResult result) {
        write(RunFiles.RESULT, Json.prettyBytes(result));
    }

    private void write(String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            DurableFile.write(file, content);
        } catch (IOException e) {
            throw DurableFile.cannotWrite(file, e);
        }
    }

    @Override public synchronized void close() {
        try (lock) {
            log.close();
        } catch (IOException e) {
            throw DurableFile.cannotWrite(folder.resolve(RunFiles.EVENTS), e);
        }
    }
}

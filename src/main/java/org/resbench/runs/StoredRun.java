package org.resbench.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A run folder read when asked, so that what a live process adds is seen. */
record StoredRun(Path folder, Manifest manifest) implements Run {
    @Override public RunStatus status() {
        Optional<RunResult> result = result();
        if (result.isPresent()) {
            return result.get().status();
        }
        if (FolderLock.isHeld(folder)) {
            return RunStatus.RUNNING;
        }
        boolean failed = lastEvent().filter(event -> event.kind().equals("failed")).isPresent();
        return failed ? RunStatus.FAILED : RunStatus.INTERRUPTED;
    }

    @Override public Optional<RunResult> result() {
        return Files.exists(folder.resolve(RunFiles.RESULT)) ? Optional.of(RunFiles.result(folder)) : Optional.empty();
    }

    @Override public List<Event> events() {
        return EventLog.read(folder.resolve(RunFiles.EVENTS));
    }

    @Override public Optional<Event> lastEvent() {
        return EventLog.last(folder.resolve(RunFiles.EVENTS));
    }

    @Override public Optional<Predictions> predictions() {
        Path file = folder.resolve(RunFiles.PREDICTIONS);
        return Files.exists(file) ? Optional.of(PredictionsFile.read(file)) : Optional.empty();
    }
}

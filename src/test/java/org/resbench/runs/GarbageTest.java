package org.resbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarbageTest {
    @TempDir Path root;

    private RunStore store() {
        return new RunStore(root);
    }

    private OpenRun open(long seed) {
        return store().open(Examples.manifest(Examples.trial(seed)));
    }

    @Test void whatMayGoIsListedAndWhatIsOfUseStays() throws IOException {
        Path finished = Examples.finishedRun(store(), 1);
        Files.writeString(finished.resolve("checkpoints/iteration-1000"), "1234");
        Files.writeString(finished.resolve("checkpoints/iteration-64000"), "123456");
        Path failed;
        try (OpenRun run = open(2)) {
            run.append("step", 5, Map.of());
            run.append("failed", 5, Map.of("why", "out of memory"));
            failed = run.folder();
        }
        Path unstarted;
        try (OpenRun run = open(3)) {
            run.append("started", 0, Map.of());
            unstarted = run.folder();
        }
        Path interrupted;
        try (OpenRun run = open(4)) {
            run.append("step", 5, Map.of());
            interrupted = run.folder();
        }
        Path crashed = Files.createDirectories(root.resolve("crashed"));
        Files.writeString(crashed.resolve("lock"), "pid 1");
        Path notOurs = Files.createDirectories(root.resolve("notes"));
        Files.writeString(notOurs.resolve("lock"), "mine");
        Files.writeString(notOurs.resolve("thoughts.txt"), "mine");
        try (OpenRun running = open(5)) {
            running.append("failed", 0, Map.of("why", "but it goes on"));

            assertThat(Garbage.find(store(), false)).extracting(Garbage::path)
                    .containsExactlyInAnyOrder(finished.resolve("checkpoints/iteration-1000"), failed, unstarted, crashed);
            assertThat(Garbage.find(store(), true)).extracting(Garbage::path).contains(finished.resolve("checkpoints/iteration-64000"));
            assertThat(Garbage.find(store(), false)).filteredOn(garbage -> garbage.path().endsWith("iteration-1000"))
                    .singleElement().matches(garbage -> garbage.bytes() == 4);

            Garbage.find(store(), false).forEach(Garbage::remove);
            assertThat(failed).doesNotExist();
            assertThat(unstarted).doesNotExist();
            assertThat(crashed).doesNotExist();
            assertThat(interrupted.resolve("events.jsonl")).exists();
            assertThat(notOurs.resolve("thoughts.txt")).exists();
            assertThat(finished.resolve("checkpoints/iteration-64000")).exists();
            assertThat(finished.resolve("checkpoints/iteration-1000")).doesNotExist();
            assertThat(running.folder()).exists();
        }
        assertThat(RunVerifier.verify(finished)).isEmpty();
        assertThat(Files.list(root)).noneMatch(path -> path.getFileName().toString().startsWith("."));
    }

    @Test void aLinkIsRemovedButNotWhatItPointsAt() throws IOException {
        Path elsewhere = Files.writeString(root.resolve("precious"), "x");
        try (OpenRun run = open(1)) {
            Files.createSymbolicLink(run.checkpoints().resolve("link"), elsewhere);
            run.append("failed", 0, Map.of("why", "test"));
        }
        Garbage.find(store(), false).forEach(Garbage::remove);
        assertThat(store().folders()).isEmpty();
        assertThat(elsewhere).hasContent("x");
    }
}

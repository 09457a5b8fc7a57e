package org.resbench.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.spec.Trial;

/** What a crash, a full disk or a lost permission leaves behind is either there whole or not there. */
class CrashTest {
    private static final Trial TRIAL = Examples.trial(1);

    @TempDir Path root;

    private RunStore store() {
        return new RunStore(root);
    }

    private Path startedRun() {
        try (OpenRun run = store().open(Examples.manifest(TRIAL))) {
            run.append("started", 0, Map.of());
            run.append("step", 100, Map.of("loss", 2.5));
            return run.folder();
        }
    }

    @Test void aTornLastLineIsIgnoredAndThenCutOff() throws IOException {
        Path folder = startedRun();
        Path events = folder.resolve("events.jsonl");
        String whole = Files.readString(events);
        for (String torn : new String[] {"{", "{\"time\":\"2026-01-01T00:00:00Z\",\"event\":\"st",
                "{\"time\":\"2026-01-01T00:00:00Z\",\"event\":\"step\",\"iteration\":2}"}) {
            Files.writeString(events, whole + torn);
            assertThat(store().find(TRIAL).orElseThrow().events()).hasSize(2);
        }
        try (OpenRun run = store().open(Examples.manifest(TRIAL))) {
            assertThat(run.earlierEvents()).hasSize(2);
            run.append("resumed", 100, Map.of());
        }
        assertThat(Files.readString(events)).startsWith(whole).endsWith("}\n").doesNotContain("\"iteration\":2}");
        assertThat(store().find(TRIAL).orElseThrow().events()).extracting(Event::kind).containsExactly("started", "step", "resumed");
    }

    @Test void aBrokenLineInTheMiddleIsNamed() throws IOException {
        Path events = startedRun().resolve("events.jsonl");
        Files.writeString(events, "{\"time\":12}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> store().find(TRIAL).orElseThrow().events()).isInstanceOf(RunException.class)
                .hasMessageContaining("events.jsonl:3:").hasMessageContaining("an event needs 'time', 'event' and 'iteration'");
    }

    /** As after a kill between writing the temporary file and renaming it. */
    @Test void aResultThatWasNotRenamedIsNoResult() throws IOException {
        Path folder = startedRun();
        String half = Json.pretty(Examples.result()).substring(0, 200);
        Files.writeString(folder.resolve("result.json" + DurableFile.TEMPORARY_SUFFIX), half);
        Run run = store().find(TRIAL).orElseThrow();
        assertThat(run.result()).isEmpty();
        assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
        try (OpenRun again = store().open(Examples.manifest(TRIAL))) {
            again.complete(Examples.result());
        }
        assertThat(run.result()).contains(Examples.result());
        assertThat(folder.resolve("result.json" + DurableFile.TEMPORARY_SUFFIX)).doesNotExist();
    }

    /** As after a kill right after the folder was made. */
    @Test void aFolderWithoutAManifestIsStartedAfresh() throws IOException {
        Path folder = startedRun();
        Files.delete(folder.resolve("manifest.json"));
        Files.writeString(folder.resolve("manifest.json" + DurableFile.TEMPORARY_SUFFIX), "{");
        assertThat(store().find(TRIAL)).isEmpty();
        try (OpenRun run = store().open(Examples.manifest(TRIAL))) {
            assertThat(run.manifest()).isEqualTo(Examples.manifest(TRIAL));
        }
        assertThat(store().find(TRIAL)).isPresent();
    }

    /** Linux's /dev/full answers every write with ENOSPC, as a full disk does. */
    @Test void aFullDiskIsSaidAndLosesNothing() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has /dev/full");
        Path folder = startedRun();
        Path events = folder.resolve("events.jsonl");
        Path kept = Files.move(events, folder.resolve("kept"));
        Files.createSymbolicLink(events, Path.of("/dev/full"));
        try (OpenRun run = store().open(Examples.manifest(TRIAL))) {
            assertThatThrownBy(() -> run.append("step", 200, Map.of("loss", 2.0))).isInstanceOf(RunException.class)
                    .hasMessageContaining("events.jsonl: cannot be written (No space left on device)").hasMessageContaining("--runs");
        }
        Files.move(kept, events, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(store().find(TRIAL).orElseThrow().events()).hasSize(2);
    }

    @Test void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(root.resolve("a file"), "x");
        assertThatThrownBy(() -> new RunStore(file.resolve("runs")).open(Examples.manifest(TRIAL))).isInstanceOf(RunException.class)
                .hasMessageContaining("a file").hasMessageContaining("cannot be written");
    }
}

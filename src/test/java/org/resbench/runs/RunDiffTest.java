package org.resbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDiffTest {
    @TempDir Path root;

    @Test void aRunDoesNotDifferFromItself() {
        Run run = RunStore.read(Examples.finishedRun(new RunStore(root), 1));
        RunDiff diff = RunDiff.between(run, run);
        assertThat(diff.differences()).isEmpty();
        assertThat(diff.firstDifferingStep()).isEmpty();
    }

    @Test void differencesAreNamedByFileAndKey() {
        RunStore store = new RunStore(root);
        Run first = RunStore.read(Examples.finishedRun(store, 1));
        Run second = RunStore.read(Examples.finishedRun(store, 2));
        RunDiff diff = RunDiff.between(first, second);
        assertThat(diff.differences()).extracting(RunDiff.Difference::key).containsExactly("fingerprint", "trial.seed");
        assertThat(diff.differences().get(1))
                .isEqualTo(new RunDiff.Difference("manifest.json", "trial.seed", Optional.of("1"), Optional.of("2")));
        assertThat(diff.firstDifferingStep()).hasValue(200);
    }

    /** Changes every value of both files in turn, unknown keys among them: none may go unnoticed. */
    @Test void noKeyIsSkipped() throws IOException {
        RunStore store = new RunStore(root.resolve("a"));
        Run first = RunStore.read(Examples.finishedRun(store, 1));
        Path copy = Files.createDirectories(root.resolve("copy"));
        int leaves = 0;
        for (String file : new String[] {"manifest.json", "result.json"}) {
            Path original = first.folder().resolve(file);
            Files.writeString(original,
                    Files.readString(original).replaceFirst("\\{", "{\n  \"of_a_later_version\": [ 1, { \"x\": 2 } ],"));
        }
        for (String file : new String[] {"manifest.json", "result.json"}) {
            String text = Files.readString(first.folder().resolve(file));
            java.util.regex.Matcher value =
                    java.util.regex.Pattern.compile("(\": |\\[ )(\"[^\"]*\"|-?[0-9][0-9.E+-]*|true|false|null)").matcher(text);
            while (value.find()) {
                Files.copy(first.folder().resolve("manifest.json"), copy.resolve("manifest.json"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Files.copy(first.folder().resolve("result.json"), copy.resolve("result.json"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(copy.resolve(file), text.substring(0, value.start(2)) + "\"changed\"" + text.substring(value.end(2)));
                RunDiff diff = RunDiff.between(first, new StoredRun(copy, first.manifest()));
                assertThat(diff.differences()).as(text.substring(value.start(), value.end())).hasSize(1);
                leaves++;
            }
        }
        JsonNode manifest = Json.tree(Examples.manifest(Examples.trial(1)));
        assertThat(leaves).isGreaterThan(manifest.size() + 60);
    }

    @Test void aMissingResultIsADifferenceInEveryKey() {
        RunStore store = new RunStore(root);
        Run first = RunStore.read(Examples.finishedRun(store, 1));
        try (OpenRun open = store.open(Examples.manifest(Examples.trial(2)))) {
            RunDiff diff = RunDiff.between(first, RunStore.read(open.folder()));
            assertThat(diff.differences()).filteredOn(difference -> difference.file().equals("result.json"))
                    .hasSizeGreaterThan(20).allMatch(difference -> difference.second().isEmpty());
        }
    }
}

package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.runs.Finding;
import org.resbench.runs.Garbage;
import org.resbench.runs.RunDiff;
import org.resbench.runs.RunStatus;
import org.resbench.runs.RunSummary;
import org.resbench.spec.Scale;

class RunsTextTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private final Locale before = Locale.getDefault();

    @AfterEach void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG"})
    void theListIsTheSameUnderEveryLocale(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        List<RunSummary> runs = List.of(
                new RunSummary("plain-20-synthetic-s1-0123", RunStatus.COMPLETED, "quickstart", Scale.SMOKE,
                        "plain-20", "synthetic", 1, 300, 300, Optional.of(12.345), Optional.of(1234.5), NOW,
                        NOW.minusSeconds(3 * 3600), "0123"),
                new RunSummary("plain-56-synthetic-s12-4567", RunStatus.INTERRUPTED, "quickstart", Scale.SMOKE,
                        "plain-56", "synthetic", 12, 50, 300, Optional.empty(), Optional.empty(), NOW, NOW.minusSeconds(5), "4567"));
        assertThat(RunsText.list(runs, NOW)).isEqualTo("""
                status       cell      data       seed  iterations  test error  images/s  changed  folder
                completed    plain-20  synthetic     1     300/300     12.35 %      1235  3 h ago  plain-20-synthetic-s1-0123
                interrupted  plain-56  synthetic    12      50/300           -         -  5 s ago  plain-56-synthetic-s12-4567
                """);
    }

    @Test void theDiffShowsWhatIsAbsent() {
        RunDiff diff = new RunDiff("a", "b",
                List.of(new RunDiff.Difference("manifest.json", "trial.seed", Optional.of("1"), Optional.of("2")),
                        new RunDiff.Difference("result.json", "status", Optional.of("\"completed\""), Optional.empty())), 40,
                OptionalLong.of(100));
        assertThat(RunsText.diff(diff)).isEqualTo("""
                file           key         a            b
                manifest.json  trial.seed  1            2
                result.json    status      "completed"  (absent)
                40 other keys are equal
                training losses differ from iteration 100 on
                """);
    }

    @Test void findingsAndGarbageEndWithTheirSum() {
        assertThat(RunsText.findings(List.of(new Finding("a", true, "bad"), new Finding("b", false, "odd")), 3))
                .isEqualTo("damage  a: bad\nnote    b: odd\n3 runs, 1 damaged\n");
        assertThat(RunsText.garbage(List.of(new Garbage(Path.of("a"), Path.of("a"), 1536, "failed: x")), false))
                .isEqualTo("   size  what  why\n1.5 KiB  a     failed: x\nwould free 1.5 KiB; nothing was removed, --yes removes it\n");
    }

    @ParameterizedTest
    @CsvSource({"-5, 0 s", "59, 59 s", "60, 1 min", "3599, 59 min", "3600, 1 h", "86399, 23 h", "86400, 1 d"})
    void agesAreInOneUnit(long seconds, String text) {
        assertThat(RunsText.age(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "1610612736, 1.5 GiB"})
    void sizesAreInBinaryUnits(long bytes, String text) {
        assertThat(RunsText.bytes(bytes)).isEqualTo(text);
    }
}

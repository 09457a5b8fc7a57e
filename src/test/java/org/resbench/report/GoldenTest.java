package org.resbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seals the text formats under locales with other digits, decimal signs and letters. {@code -Dgolden.write=true} writes the files anew;
 * read the difference before it is committed. */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/resbench/report/golden");
    /** Thousands of points, written by the same code as the others. */
    private static final Set<String> LONG = Set.of("learning-curves.csv", "gradient-norms.csv", "layer-responses.csv");
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG-u-nu-arab", "tr-TR"})
    void textFormatsAreTheSameEverywhere(String locale, @TempDir Path folder) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        List<Path> written = InventedRuns.some().sealedWriter().write(folder, EnumSet.of(Format.MD, Format.CSV, Format.TEX, Format.JSON))
                .stream().filter(file -> !LONG.contains(file.getFileName().toString())).toList();
        if (Boolean.getBoolean("golden.write")) {
            for (Path file : written) {
                Path golden = GOLDEN.resolve(folder.relativize(file).toString());
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, sealed(file));
            }
        }
        for (Path file : written) {
            Path golden = GOLDEN.resolve(folder.relativize(file).toString());
            assertThat(sealed(file)).as("%s under %s", golden, locale).isEqualTo(Files.readString(golden));
        }
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            assertThat(files.filter(Files::isRegularFile).count()).isEqualTo(written.size());
        }
    }

    /** Points of curves are sealed by the CSV files. Fingerprints are the run store's affair and change with it. */
    private static String sealed(Path file) throws IOException {
        return Files.readString(file).replaceAll("[0-9a-f]{64}", "<sha256>").replaceAll("\"(x|y|lower|upper)\" : \\[[^]]*\\]",
                "\"$1\" : [ ]")
                .replaceAll("(-s[0-9]+)-[0-9a-f]{12}", "$1-<digits>");
    }
}

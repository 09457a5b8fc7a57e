package org.resbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every Java file to {@code max_line_length} of .editorconfig, counted in characters as editors do. */
class LineLengthTest {
    private static final Pattern LIMIT = Pattern.compile("(?m)^max_line_length\\s*=\\s*(\\d+)\\s*$");

    @Test void noJavaLineIsLongerThanEditorconfigAllows() throws IOException {
        Matcher limit = LIMIT.matcher(Files.readString(Path.of(".editorconfig")));
        assertThat(limit.find()).as("max_line_length in .editorconfig").isTrue();
        int longest = Integer.parseInt(limit.group(1));
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
        List<String> wrong = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                int length = lines.get(i).codePointCount(0, lines.get(i).length());
                if (length > longest) {
                    wrong.add(file + ":" + (i + 1) + ": " + length + " characters, at most " + longest + " are allowed");
                }
            }
        }
        assertThat(files).as("files under src").hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }
}

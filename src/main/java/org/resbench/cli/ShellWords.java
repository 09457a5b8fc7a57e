package org.resbench.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a command line as a POSIX shell reads them back. */
final class ShellWords {
    /** Means nothing to a shell wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./=,:+@%-]+");

    private ShellWords() {}

    static String of(List<String> words) {
        return words.stream().map(ShellWords::of).collect(Collectors.joining(" "));
    }

    /** The word itself if it is plain, else in single quotes. */
    static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

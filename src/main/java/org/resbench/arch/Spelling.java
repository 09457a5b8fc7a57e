package org.resbench.arch;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the name that was probably meant. */
final class Spelling {
    private static final Pattern OPTION = Pattern.compile("(?<=-\\d{1,9}-)[abc](?=-|$)");

    private Spelling() {}

    /** The candidate with the fewest edits, the first of equals; empty if that takes more than one edit for each three letters. */
    static Optional<String> nearest(String name, Collection<String> candidates) {
        return candidates.stream().min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3));
    }

    /** A name as networks are called here: {@code ResNet_50} and {@code resnet50} become {@code resnet-50}, {@code resnext50_32x4d} becomes
     * {@code resnext-50-32x4d}. */
    static String usual(String name) {
        String hyphens = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replaceAll("(?<=[a-z]{3})(?=\\d)", "-");
        Matcher option = OPTION.matcher(hyphens);
        return option.replaceAll(found -> found.group().toUpperCase(Locale.ROOT)).replace("-tensorflow-same", "-tensorflow_same")
                .replace("-no-batch-norm", "-no_batch_norm");
    }

    /** Letters inserted, removed, replaced or swapped with their neighbour to get from one to the other (restricted
     * Damerau-Levenshtein). */
    static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 ? j : j == 0 ? i : Math.min(edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1),
                        1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}

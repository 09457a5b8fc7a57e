package org.resbench.spec;

import java.util.Collection;
import java.util.Comparator;

/** Which known word was probably meant. */
final class Suggestion {
    private static final int MOST_EDITS = 3;

    private Suggestion() {}

    /** {@code ; did you mean 'x'?} or nothing if no known word is near (Levenshtein distance). */
    static String of(String word, Collection<String> known) {
        return known.stream().filter(candidate -> distance(word, candidate) <= Math.min(MOST_EDITS, candidate.length() / 2))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .map(candidate -> "; did you mean '" + candidate + "'?").orElse("");
    }

    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

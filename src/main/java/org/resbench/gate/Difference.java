package org.resbench.gate;

import java.util.Optional;

/** One difference in words. */
final class Difference {
    private Difference() {}

    /** {@code processor: A, was B}; empty if both are equal. */
    static Optional<String> of(String what, Object was, Object is) {
        return was.equals(is) ? Optional.empty() : Optional.of(what + ": " + word(is) + ", was " + word(was));
    }

    private static String word(Object value) {
        String text = value.toString();
        return text.isEmpty() || text.equals("{}") ? "none" : text;
    }
}

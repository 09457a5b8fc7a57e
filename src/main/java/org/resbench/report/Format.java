package org.resbench.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A kind of file that a report consists of. */
public enum Format {
    HTML, PDF, PNG, SVG, CSV, TEX, MD, JSON;

    /** Parses {@code html,pdf}; case and blanks do not matter.
     * @throws IllegalArgumentException naming the unknown word and the allowed ones */
    public static Set<Format> parse(String list) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String word : list.split(",")) {
            String name = word.strip().toUpperCase(Locale.ROOT);
            if (!name.isEmpty()) {
                formats.add(Arrays.stream(values()).filter(f -> f.name().equals(name)).findFirst().orElseThrow(() ->
                        new IllegalArgumentException("--formats: '" + word.strip() + "' is not a report format; allowed: " + allNames())));
            }
        }
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("--formats: names no format; allowed: " + allNames());
        }
        return formats;
    }

    /** {@code html,pdf,...} */
    public static String allNames() {
        return Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
    }
}

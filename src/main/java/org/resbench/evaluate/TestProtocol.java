package org.resbench.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How each image is shown to the network. Part of every number: errors of different protocols are never compared. */
public enum TestProtocol {
    /** The whole image, once, as stored; the paper's for CIFAR-10 (section 4.2: "we only evaluate the single view of the original 32x32
     * image"). */
    ONE_VIEW;

    public static final TestProtocol DEFAULT = ONE_VIEW;

    /** As options spell it: {@code one-view}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words, separated by commas. */
    public static String words() {
        return Arrays.stream(values()).map(TestProtocol::word).collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException saying what is allowed */
    public static TestProtocol parse(String word) {
        return Arrays.stream(values()).filter(protocol -> protocol.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no testing protocol that is known here; must be one of: "
                + words()));
    }
}

package org.resbench.energy;

import java.math.BigDecimal;
import java.math.MathContext;

/** Quantities in sentences, three digits, the same under every locale. */
final class Amount {
    private Amount() {}

    /** {@code 0.1 s}. */
    static String seconds(double seconds) {
        return text(seconds) + " s";
    }

    static String joules(double joules) {
        return text(joules) + " J";
    }

    static String watts(double watts) {
        return text(watts) + " W";
    }

    private static String text(double value) {
        return new BigDecimal(value).round(new MathContext(value >= 1000 ? 6 : 3)).stripTrailingZeros().toPlainString();
    }
}

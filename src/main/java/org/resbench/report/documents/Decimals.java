package org.resbench.report.documents;

import java.math.BigDecimal;

/** Numbers for programs. */
final class Decimals {
    private Decimals() {}

    /** The shortest decimal that reads back as the same double, without an exponent between 1e-6 and 1e15. */
    static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (value == 0) {
            return "0";
        }
        return size >= 1e-6 && size < 1e15 ? decimal.toPlainString() : Double.toString(value);
    }
}

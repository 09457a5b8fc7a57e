package org.resbench.arch.counting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A size that someone else states of a network at its standard input and classes.
 * @param network its name in {@link org.resbench.arch.Catalogue}
 * @param digits as printed, such as 40.55
 * @param unit what the digits count, as a power of ten: 6 for millions
 * @param source who says so */
public record ReferenceSize(String network, Quantity quantity, BigDecimal digits, int unit, String source) {

    /** Of one image, forward. */
    public enum Quantity { PARAMETERS, MULTIPLY_ADDS }

    /** All that are known of that network, the most precise first; empty if nothing is. */
    public static List<ReferenceSize> of(String network, Quantity quantity) {
        return ReferenceSizes.ALL.stream().filter(size -> size.network.equals(network) && size.quantity == quantity).toList();
    }

    /** Whether a count rounds (half up) to the printed digits. */
    public boolean agreesWith(long count) {
        return BigDecimal.valueOf(count, unit).setScale(digits.scale(), RoundingMode.HALF_UP).compareTo(digits) == 0;
    }

    /** Whether He et al. print it, whose digits are sometimes cut off, or of convolutions alone. */
    public boolean isThePapers() {
        return source.startsWith("He et al. 2015");
    }

    /** Whether a count gives the printed digits when those that follow are cut off. */
    public boolean cutFrom(long count) {
        return BigDecimal.valueOf(count, unit).setScale(digits.scale(), RoundingMode.DOWN).compareTo(digits) == 0;
    }

    /** The digits in ones, for programs. */
    public BigDecimal value() {
        return digits.scaleByPowerOfTen(unit);
    }
}

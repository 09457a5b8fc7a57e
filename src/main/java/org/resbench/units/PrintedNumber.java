package org.resbench.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A number as somebody printed it: {@code 3.6 G} is digits 3.6 in billions and says no more than one decimal.
 * @param digits with as many decimals as were printed */
public record PrintedNumber(BigDecimal digits, Unit unit) {
    /** What one of the digits stands for, as a power of ten. */
    public enum Unit {
        ONES("", 0), MILLIONS("M", 6), BILLIONS("G", 9), PERCENT("%", -2);

        private final String sign;
        private final int power;

        Unit(String sign, int power) {
            this.sign = sign;
            this.power = power;
        }

        public String sign() {
            return sign;
        }

        public int power() {
            return power;
        }
    }

    /** How an exact number comes to be printed so. */
    public enum Agreement { ROUNDED, CUT_OFF, NONE }

    /** Digits and the sign of a unit: {@code 3.6 G}, {@code 18 %}, {@code 25557032}. */
    public static final String PATTERN = "\\d{1,18}(\\.\\d{1,9})?( ?[MG%])?";
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)(?: ?([MG%]))?");

    /** @throws IllegalArgumentException if the text is no such number; says what is allowed */
    public static PrintedNumber parse(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            throw new IllegalArgumentException("'" + text + "' must be digits as printed and their unit ("
                    + Arrays.stream(Unit.values()).map(Unit::sign).filter(sign -> !sign.isEmpty()).collect(Collectors.joining(", "))
                    + " or none), such as 3.6 G");
        }
        String sign = number.group(2) == null ? "" : number.group(2);
        Unit unit = Arrays.stream(Unit.values()).filter(one -> one.sign.equals(sign)).findFirst().orElseThrow();
        return new PrintedNumber(new BigDecimal(number.group(1)), unit);
    }

    /** Whether the exact number gives these digits by rounding (half up) or by cutting off what follows. */
    public Agreement agreement(BigDecimal exact) {
        if (in(exact, digits.scale(), RoundingMode.HALF_UP).compareTo(digits) == 0) {
            return Agreement.ROUNDED;
        }
        return in(exact, digits.scale(), RoundingMode.DOWN).compareTo(digits) == 0 ? Agreement.CUT_OFF : Agreement.NONE;
    }

    /** Another number in this unit, rounded to two decimals more than were printed: {@code 3.858 G} beside {@code 3.8 G}. */
    public String closer(BigDecimal exact) {
        int decimals = unit == Unit.ONES ? 0 : digits.scale() + 2;
        return new PrintedNumber(in(exact, decimals, RoundingMode.HALF_UP), unit).toString();
    }

    /** Another number as this one should have been printed. */
    public String rounded(BigDecimal exact) {
        return new PrintedNumber(in(exact, digits.scale(), RoundingMode.HALF_UP), unit).toString();
    }

    /** In ones, without an exponent. */
    public BigDecimal value() {
        return new BigDecimal(digits.scaleByPowerOfTen(unit.power).toPlainString());
    }

    private BigDecimal in(BigDecimal exact, int decimals, RoundingMode mode) {
        return exact.scaleByPowerOfTen(-unit.power).setScale(decimals, mode);
    }

    /** As it is parsed; whole numbers of ones in groups of three. */
    @Override public String toString() {
        return unit == Unit.ONES ? String.format(Locale.ROOT, "%,d", digits.toBigInteger())
                : digits.toPlainString() + " " + unit.sign;
    }
}

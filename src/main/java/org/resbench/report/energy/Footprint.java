package org.resbench.report.energy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a kilowatt-hour emits and costs where the runs were made, as whoever asks for the report states it. Nothing is assumed of the
 * country: without a grid intensity no carbon dioxide is reported, without a price no cost.
 * @param gridIntensity grams of CO2-equivalent for each kilowatt-hour; zero or more
 * @param pue power usage effectiveness: what the whole data centre draws over what its computers draw; at least 1
 * @param price of a kilowatt-hour; zero or more */
public record Footprint(Optional<Stated> gridIntensity, Stated pue, Optional<Price> price) {
    /** No data centre around the machine. */
    public static final double DEFAULT_PUE = 1;
    /** Nothing was stated. */
    public static final Footprint UNSTATED = new Footprint(Optional.empty(), new Stated(DEFAULT_PUE, "the default: the machine alone"),
            Optional.empty());

    private static final double JOULES_PER_KILOWATT_HOUR = 3.6e6;
    private static final String NO_SOURCE = "no source was named";
    private static final Pattern STATED = Pattern.compile("\\s*([-+]?[0-9.]+)\\s*(?:,(.*))?");
    private static final Pattern PRICE = Pattern.compile("\\s*([-+]?[0-9.]+)\\s*([A-Z]{3})\\s*(?:,(.*))?");

    /** @param source where the number comes from, for the reader of the report */
    public record Stated(double value, String source) {}

    /** @param currency three letters of ISO 4217 */
    public record Price(double perKilowattHour, String currency, String source) {}

    public Footprint {
        gridIntensity.ifPresent(grid -> require(grid.value() >= 0 && Double.isFinite(grid.value()), "grid intensity: " + grid.value()
                + " g CO2e/kWh is negative or no number; a grid emits 0 or more"));
        require(pue.value() >= 1 && Double.isFinite(pue.value()), "PUE: " + pue.value()
                + " is below 1 or no number; a data centre draws at least what its computers draw");
        price.ifPresent(each -> require(each.perKilowattHour() >= 0 && Double.isFinite(each.perKilowattHour()), "price: "
                + each.perKilowattHour() + " is negative or no number; a kilowatt-hour costs 0 or more"));
    }

    /** @param text {@code 56} or {@code 56,RTE 2023}
     * @throws IllegalArgumentException if it is not written so, or is negative */
    public Footprint withGridIntensity(String text) {
        return new Footprint(Optional.of(stated("grid intensity", text, "56,RTE 2023")), pue, price);
    }

    /** @param text {@code 1.58} or {@code 1.58,Uptime Institute 2023}
     * @throws IllegalArgumentException if it is not written so, or is below 1 */
    public Footprint withPue(String text) {
        return new Footprint(gridIntensity, stated("PUE", text, "1.58,Uptime Institute 2023"), price);
    }

    /** @param text {@code 0.30EUR} or {@code 0.30EUR,our contract}
     * @throws IllegalArgumentException if it is not written so, or is negative */
    public Footprint withPrice(String text) {
        Matcher parts = PRICE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("price: '" + text
                    + "' must be an amount for a kilowatt-hour, its currency, and its source if you like, "
                    + "such as 0.30EUR,our contract");
        }
        if (Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(parts.group(2)))) {
            throw new IllegalArgumentException("price: '" + parts.group(2) + "' is no currency of ISO 4217, such as EUR, USD, GBP or JPY");
        }
        return new Footprint(gridIntensity, pue,
                Optional.of(new Price(number("price", parts.group(1)), parts.group(2), source(parts.group(3)))));
    }

    /** Drawn by the data centre for joules of the computer. */
    public double kilowattHours(double joules) {
        return joules / JOULES_PER_KILOWATT_HOUR * pue.value();
    }

    /** Grams of CO2-equivalent; empty without a grid intensity. */
    public Optional<Double> grams(double joules) {
        return gridIntensity.map(grid -> kilowattHours(joules) * grid.value());
    }

    /** In the price's currency; empty without a price. */
    public Optional<Double> cost(double joules) {
        return price.map(each -> kilowattHours(joules) * each.perKilowattHour());
    }

    /** What was stated, by whom, and what is missing, for the reader of the report. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("PUE " + plain(pue.value()) + " (" + pue.source() + ").");
        sentences.add(gridIntensity.map(grid -> "Grid intensity " + plain(grid.value()) + " g CO2e/kWh (" + grid.source() + ").")
                .orElse("CO2e is not reported: no grid intensity was stated (--grid-intensity)."));
        sentences.add(price.map(each -> "Price " + plain(each.perKilowattHour()) + " " + each.currency() + "/kWh (" + each.source() + ").")
                .orElse("Cost is not reported: no price was stated (--price)."));
        return sentences;
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static Stated stated(String what, String text, String example) {
        Matcher parts = STATED.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(what + ": '" + text + "' must be a number, and its source if you like, such as " + example);
        }
        return new Stated(number(what, parts.group(1)), source(parts.group(2)));
    }

    private static double number(String what, String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + ": '" + digits + "' is no number", e);
        }
    }

    private static String source(String named) {
        return named == null || named.isBlank() ? NO_SOURCE : named.strip();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

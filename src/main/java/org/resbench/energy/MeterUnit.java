package org.resbench.energy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Units in which a meter outside of this machine may speak: counted energy, or power. Prefixes are case-sensitive, as in the SI. */
enum MeterUnit {
    MICROJOULES("uJ", false, 1e-6), MILLIJOULES("mJ", false, 1e-3), JOULES("J", false, 1), KILOJOULES("kJ", false, 1e3),
    WATT_HOURS("Wh", false, 3600), KILOWATT_HOURS("kWh", false, 3.6e6),
    MICROWATTS("uW", true, 1e-6), MILLIWATTS("mW", true, 1e-3), WATTS("W", true, 1), KILOWATTS("kW", true, 1e3);

    private final String symbol;
    private final boolean power;
    private final double factor;

    MeterUnit(String symbol, boolean power, double factor) {
        this.symbol = symbol;
        this.power = power;
        this.factor = factor;
    }

    String symbol() {
        return symbol;
    }

    /** Whether it is a unit of power; otherwise of energy that was counted. */
    boolean isPower() {
        return power;
    }

    /** The value in watts or in joules. */
    double toSi(double value) {
        return value * factor;
    }

    static Optional<MeterUnit> of(String symbol) {
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
    }

    /** {@code uJ, mJ, ..., kW}. */
    static String all() {
        return Arrays.stream(values()).map(MeterUnit::symbol).collect(Collectors.joining(", "));
    }
}

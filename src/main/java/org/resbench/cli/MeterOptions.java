package org.resbench.cli;

import org.resbench.energy.EnergyMeter;
import org.resbench.energy.MeterChoice;
import org.resbench.energy.Meters;
import picocli.CommandLine.Option;

/** Which energy meter: {@code @Mixin private MeterOptions meter}. */
final class MeterOptions {
    /** Environment variable that chooses a meter where {@code --meter} does not. */
    static final String VARIABLE = "RESBENCH_METER";
    private static final String AUTO = "auto";

    @Option(names = "--meter", paramLabel = "METER",
            description = "Energy meter: " + MeterChoice.GRAMMAR
                    + " (default: $" + VARIABLE + ", else auto: RAPL, and NVML when a GPU does the work).")
    private String meter;

    /** @throws UserError if it is not written as a meter is */
    MeterChoice choice() {
        String asked = System.getenv().getOrDefault(VARIABLE, "").strip();
        boolean given = meter != null;
        try {
            return MeterChoice.parse(given ? meter.strip() : asked.isEmpty() ? AUTO : asked);
        } catch (IllegalArgumentException e) {
            throw new UserError((given ? "--meter: " : VARIABLE + ": ") + e.getMessage());
        }
    }

    /** Whether another than the default was asked for. */
    boolean isAuto() {
        return choice() instanceof MeterChoice.Auto;
    }

    /** The meter; the caller closes it.
     * @param gpu whether a GPU does the work
     * @throws UserError if the one that was asked for cannot be used here, with the fix */
    EnergyMeter open(boolean gpu, int idleSeconds) {
        try {
            return Meters.ofThisMachine().open(choice(), gpu, idleSeconds);
        } catch (Meters.MissingMeterException e) {
            throw new UserError((meter != null ? "--meter '" + meter : VARIABLE + "='" + System.getenv(VARIABLE)) + "': " + e.getMessage());
        }
    }
}

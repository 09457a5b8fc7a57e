package org.resbench.cli;

import org.resbench.report.energy.Footprint;
import picocli.CommandLine.Option;

/** What energy costs and emits where the runs were made: {@code @Mixin private FootprintOptions footprint}. */
final class FootprintOptions {
    @Option(names = "--grid-intensity", paramLabel = "G[,SOURCE]",
            description = "Grams of CO2e for each kilowatt-hour of your grid, and who says so; without it no CO2e is reported.")
    private String gridIntensity;

    @Option(names = "--pue", paramLabel = "X[,SOURCE]",
            description = "What the data centre draws over what its computers draw (default: "
                    + Footprint.DEFAULT_PUE + ", the machine alone).")
    private String pue;

    @Option(names = "--price", paramLabel = "AMOUNT[,SOURCE]",
            description = "Of a kilowatt-hour with its currency, such as 0.30EUR; without it no cost is reported.")
    private String price;

    /** @throws UserError if one of them is not written as it must be, or cannot be */
    Footprint footprint() {
        try {
            Footprint stated = Footprint.UNSTATED;
            stated = gridIntensity == null ? stated : stated.withGridIntensity(gridIntensity);
            stated = pue == null ? stated : stated.withPue(pue);
            return price == null ? stated : stated.withPrice(price);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
    }
}

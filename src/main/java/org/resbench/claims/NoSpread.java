package org.resbench.claims;

import java.util.List;
import java.util.Locale;

/** Says why no interval can be had: a cell without runs or with one seed, or equal values in every cell. Equal values are no proof
 * of a spread of zero: a few runs stuck at chance or at zero training error look the same. */
final class NoSpread {
    private NoSpread() {}

    static String of(List<Cell> cells, Quantity quantity) {
        for (Cell cell : cells) {
            if (cell.samples().size() < 2) {
                return cell.samples().isEmpty() ? "there are no runs of " + cell.name()
                        : "there is one seed of " + cell.name() + ", and one seed has no spread; run at least two";
            }
        }
        return "all seeds agree to the last digit (" + values(cells, quantity)
                + "); without any spread between seeds no interval can be given";
    }

    private static String values(List<Cell> cells, Quantity quantity) {
        return String.join(", ", cells.stream().map(cell -> String.format(Locale.ROOT, "%s: %s%s, n = %d", cell.name(),
                Quantity.decimal(cell.values()[0], 2), quantity.unit(), cell.samples().size())).toList());
    }
}

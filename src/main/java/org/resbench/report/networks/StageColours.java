package org.resbench.report.networks;

import java.awt.Color;
import java.util.List;

/** Fills of boxes, one for each size of map: paler to darker on the way through the network, so that greyscale print keeps the stages apart.
 * Lightness falls by at least five (L*, CIE 1976) from each to the next, but for the last: a pale grey, for what comes after five sizes. */
final class StageColours {
    private static final List<Color> FILLS = List.of(new Color(0xFBF3C9), new Color(0xC3E3F4), new Color(0xB8D8A8), new Color(0xE6AB86),
            new Color(0xB19ACB), new Color(0xE3E3E3));

    private StageColours() {}

    static Color of(int stage) {
        return FILLS.get(Math.min(stage, FILLS.size() - 1));
    }
}

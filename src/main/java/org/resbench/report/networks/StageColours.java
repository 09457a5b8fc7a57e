package org.resbench.report.networks;

import java.awt.Color;
import java.util.List;
import org.resbench.arch.Shape;

/** Fills of boxes, one for each size of map: paler to darker on the way through the network, so that greyscale print keeps the stages
 * apart. Lightness falls by at least five (L*, CIE 1976) from each to the next. What has no places any more, a map of one pixel or a
 * vector, is of a pale grey; VGG has six sizes of maps; more would share the last fill. */
final class StageColours {
    static final List<Color> FILLS = List.of(new Color(0xFBF3C9), new Color(0xC3E3F4), new Color(0xB8D8A8), new Color(0xE6AB86),
            new Color(0xB19ACB), new Color(0xC77F8E));
    static final Color VECTOR = new Color(0xE3E3E3);

    private StageColours() {}

    /** @param stage from 0 @param output of a layer of that stage */
    static Color of(int stage, Shape output) {
        return output.height() == 1 && output.width() == 1 ? VECTOR : FILLS.get(Math.min(stage, FILLS.size() - 1));
    }
}

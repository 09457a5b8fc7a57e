package org.resbench.gate;

import java.util.Locale;
import org.resbench.spec.Scale;

/** How an experiment at a scale is written. */
final class Experiments {
    private Experiments() {}

    /** {@code quickstart (reduced)}. */
    static String name(String experiment, Scale scale) {
        return experiment + " (" + name(scale) + ")";
    }

    static String name(Scale scale) {
        return scale.name().toLowerCase(Locale.ROOT);
    }
}

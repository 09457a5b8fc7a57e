package org.resbench.energy;

import java.util.ArrayList;
import java.util.List;

/** Counters and gauges that are read together, and what their sum means.
 * @param name such as {@code rapl package-0+dram}
 * @param channels at least one
 * @param updateSeconds how often they change; a shorter window is unavailable, one shorter than ten of them gets a note
 * @param pollSeconds how often they are read while a window is open; also the time over which peak power is a mean
 * @param covers whose energy it is, such as {@code of the whole machine, other processes included; no GPU}
 * @param estimate whether it only stands in for a measurement
 * @param circumstances that may spoil a window */
record Source(String name, List<Channel> channels, double updateSeconds, double pollSeconds, String covers, boolean estimate,
              List<Circumstance> circumstances) {
    Source {
        channels = List.copyOf(channels);
        circumstances = List.copyOf(circumstances);
        if (channels.isEmpty() || !(updateSeconds > 0) || !(pollSeconds > 0)) {
            throw new IllegalArgumentException(name + ": " + channels.size() + " channels, updated every "
                    + updateSeconds + " s, read every " + pollSeconds + " s");
        }
    }

    Source(String name, List<Channel> channels, double updateSeconds, double pollSeconds, String covers) {
        this(name, channels, updateSeconds, pollSeconds, covers, false, List.of());
    }

    /** {@code rapl package-0 of the whole machine}. */
    String how() {
        return name + " " + covers;
    }

    /** The same with other words on whose energy it is. */
    Source covering(String others) {
        return new Source(name, channels, updateSeconds, pollSeconds, others, estimate, circumstances);
    }

    /** The same with one circumstance more. */
    Source watching(Circumstance more) {
        List<Circumstance> all = new ArrayList<>(circumstances);
        all.add(more);
        return new Source(name, channels, updateSeconds, pollSeconds, covers, estimate, all);
    }
}

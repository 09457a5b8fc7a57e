package org.resbench.energy;

import java.util.List;
import java.util.Optional;

/** Notices counters that have stopped: they moved before, and do no longer. What is used from then on is in no reading. A gauge may show
 * the same power for as long as it likes, and a domain that never counted has nothing to stop. Not thread-safe. */
final class Standstill {
    /** Shorter is a pause of whoever writes the counter. */
    private static final double SHORTEST_SECONDS = 5;
    private static final double PERIODS = 10;
    /** Of a window: with more of it missing its energy is unknown. */
    private static final double LARGEST_SHARE = 0.1;

    private final List<Source> sources;
    private final long[] moved;
    private final boolean[] ever;

    Standstill(List<Source> sources) {
        this.sources = List.copyOf(sources);
        int channels = sources.stream().mapToInt(source -> source.channels().size()).sum();
        moved = new long[channels];
        ever = new boolean[channels];
    }

    /** @param joules since the reading before, of each source's channels in turn */
    void read(double[] joules, long nanos) {
        for (int i = 0; i < joules.length; i++) {
            if (joules[i] > 0) {
                moved[i] = nanos;
                ever[i] = true;
            }
        }
    }

    /** What a window is worth for it. @param begun when it was opened @param now of the last reading */
    Circumstance.Finding look(long begun, long now) {
        double window = (now - begun) / Channel.NANOSECONDS_PER_SECOND;
        int i = 0;
        for (Source source : sources) {
            for (Channel channel : source.channels()) {
                double still = ever[i] && channel.counts() ? (now - Math.max(begun, moved[i])) / Channel.NANOSECONDS_PER_SECOND : 0;
                if (still >= Math.max(SHORTEST_SECONDS, PERIODS * source.updateSeconds())) {
                    return finding(channel.name() + " has not moved for the last " + Amount.seconds(still) + " of "
                            + Amount.seconds(window), still / window, source.updateSeconds());
                }
                i++;
            }
        }
        return Circumstance.Finding.NOTHING;
    }

    private static Circumstance.Finding finding(String what, double share, double updateSeconds) {
        return share > LARGEST_SHARE ? new Circumstance.Finding(Optional.of(what + ": it has stopped, or changes more seldom than every "
                + Amount.seconds(updateSeconds)
                + "; see to the meter, or say how often it changes (for a file or command: ,PERIODs)"), List.of())
                : Circumstance.Finding.note(what + ": up to " + Math.max(1, Math.round(100 * share)) + " % of its joules may be missing");
    }
}

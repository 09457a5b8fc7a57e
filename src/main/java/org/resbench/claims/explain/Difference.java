package org.resbench.claims.explain;

import java.util.List;
import java.util.Optional;
import org.resbench.spec.PublishedEffects.Effect;
import org.resbench.spec.PublishedEffects.Source;

/** A difference between a run's recipe and the paper's: one setting, or a few whose effect is known together.
 * @param known what sources that made just this change saw, those of the same data set first; empty means unknown
 * @param standing how well it explains the gap */
public record Difference(List<Change> changes, List<Known> known, Standing standing) {
    public Difference {
        changes = List.copyOf(changes);
        known = List.copyOf(known);
    }

    /** @param source says how and where it was measured */
    public record Known(Effect effect, Source source) {}

    /** In the order in which differences are listed. */
    public enum Standing {
        /** Its interval lies wholly on the side of the gap. */
        EXPLAINS,
        /** It points to the side of the gap, without an interval that shows it. */
        MAY_EXPLAIN,
        /** No source has measured it. */
        UNKNOWN,
        /** It points away from the gap, without an interval that shows it. */
        HARDLY_EXPLAINS,
        /** Its interval lies wholly on the other side: it makes the gap larger. */
        SPEAKS_AGAINST
    }

    /** The effect that decides: the first source's. */
    Optional<Effect> effect() {
        return known.stream().findFirst().map(Known::effect);
    }

    /** @param worse whether the run's error is above the paper's */
    static Difference of(List<Change> changes, List<Known> known, boolean worse) {
        return new Difference(changes, known, known.isEmpty() ? Standing.UNKNOWN : standing(known.get(0).effect(), worse));
    }

    private static Standing standing(Effect effect, boolean worse) {
        boolean towards = effect.points() != 0 && (effect.points() > 0) == worse;
        if (effect.excludesZero()) {
            return towards ? Standing.EXPLAINS : Standing.SPEAKS_AGAINST;
        }
        return towards ? Standing.MAY_EXPLAIN : Standing.HARDLY_EXPLAINS;
    }
}

package org.resbench.energy;

import java.util.List;
import java.util.Optional;

/** Something besides the counters that decides what a window is worth; looked at when it opens and when it is read. */
interface Circumstance {
    Finding look();

    /** @param spoils why the energy cannot be ours; empty if it can
     * @param notes what a reader should know */
    record Finding(Optional<String> spoils, List<String> notes) {
        static final Finding NOTHING = new Finding(Optional.empty(), List.of());

        public Finding {
            notes = List.copyOf(notes);
        }

        static Finding note(String text) {
            return new Finding(Optional.empty(), List.of(text));
        }
    }
}

package org.resbench.energy;

/** What looking for one kind of meter found. */
sealed interface Probe {
    record Ready(Source source) implements Probe {}

    /** @param kind of meter, as {@code --meter} names it
     * @param why there is none here, and what would mend it */
    record Missing(String kind, String why) implements Probe {}
}

package org.resbench.data;

/** Hears how a long piece of work goes, stage after stage; all calls come from one thread. */
public interface Progress {
    /** What a stage is counted in. */
    enum Unit { BYTES, IMAGES, STEPS }

    /** For work that nobody watches. */
    Progress NONE = new Progress() {
        @Override public void begin(String what, long from, long total, Unit unit) {}

        @Override public void at(long done) {}

        @Override public void end() {}
    };

    /** A stage begins.
     * @param what in a word or two, such as 'importing'
     * @param from how much was done earlier, not in this call
     * @param total 0 if unknown */
    void begin(String what, long from, long total, Unit unit);

    /** So much of the stage is done now; never less than at the call before. */
    void at(long done);

    /** The stage is over, done or broken off; may be said twice. */
    void end();
}

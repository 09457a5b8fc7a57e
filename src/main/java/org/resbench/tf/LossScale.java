package org.resbench.tf;

/** By how much the loss is multiplied before gradients are taken, so that small ones are not lost in float16, and divided out again after.
 * Dynamic: doubled after {@value #GROWTH_STEPS} updates in a row with finite gradients, halved when one is not finite, in which case no
 * update is made. Always a power of two, so that multiplying and dividing round nothing.
 * @see "Micikevicius et al. 2018, arXiv 1710.03740, section 3.2; first value, interval and factor are those of Keras 3's
 *     LossScaleOptimizer" */
public final class LossScale {
    static final double FIRST = 1 << 15;
    static final int GROWTH_STEPS = 2000;
    /** Beyond it nothing is gained: the smallest float16 is 2^-24. */
    static final double LARGEST = 1 << 24;

    private double value = FIRST;
    private int finiteSteps;

    /** The factor. */
    public double value() {
        return value;
    }

    /** Takes note of a step. */
    void after(boolean finite) {
        if (!finite) {
            value = Math.max(1, value / 2);
            finiteSteps = 0;
        } else if (++finiteSteps == GROWTH_STEPS) {
            value = Math.min(LARGEST, value * 2);
            finiteSteps = 0;
        }
    }

    /** As text, for a checkpoint. */
    public String save() {
        return value + ";" + finiteSteps;
    }

    /** Goes on from {@link #save}. */
    public void restore(String saved) {
        String[] parts = saved.split(";");
        value = Double.parseDouble(parts[0]);
        finiteSteps = Integer.parseInt(parts[1]);
    }
}

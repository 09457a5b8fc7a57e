package org.resbench.data;

/** Pad with zeros (after normalisation, so the mean colour), random crop, random mirror; what happens to an image is a pure function of
 * (seed, epoch, index). The paper's: pad 4, flip (section 4.2). {@code pad 0, flip false} leaves images alone. */
public record Augmentation(int pad, boolean flip) {
    public static final Augmentation NONE = new Augmentation(0, false);
    public static final Augmentation PAPER = new Augmentation(4, true);

    public Augmentation {
        if (pad < 0) {
            throw new IllegalArgumentException("padding by " + pad + " pixels");
        }
    }
}

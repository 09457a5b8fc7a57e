package org.resbench.arch;

/** A second classifier that reads a middle layer. Its loss is added to the network's with a weight; in testing it is left out.
 * @param layer the one that yields its scores (logits)
 * @param lossWeight above 0
 * @see "Szegedy et al. 2014, arXiv 1409.4842, section 5: the losses were weighted by 0.3" */
public record AuxiliaryHead(String layer, double lossWeight) {
    /** @throws IllegalArgumentException if the weight is not above 0 */
    public AuxiliaryHead {
        if (!(lossWeight > 0)) {
            throw new IllegalArgumentException("the loss of an auxiliary head needs a weight above 0, not " + lossWeight);
        }
    }
}

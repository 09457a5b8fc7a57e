package org.resbench.profile;

import java.util.Locale;

/** Kinds of work in a step. Every operation that ran is of just one. */
public enum Kind {
    CONVOLUTION("convolutions, forward", "forward"),
    CONVOLUTION_FILTERS("convolutions, gradients to filters", "to filters"),
    CONVOLUTION_INPUTS("convolutions, gradients to inputs", "to inputs"),
    BATCH_NORM("batch norm", "forward"),
    BATCH_NORM_GRADIENT("batch norm, gradient", "gradient"),
    RELU("ReLU", "forward"),
    RELU_GRADIENT("ReLU, gradient", "gradient"),
    /** Additions, option A's shortcuts, and the sums of gradients where a map is read more than once. */
    ADDITION("additions and shortcuts", "addition"),
    POOLING("pooling", "pooling"),
    FULLY_CONNECTED("fully connected", "fully connected"),
    CONCATENATION("concatenation", "concatenation"),
    LOCAL_RESPONSE_NORM("local response norm", "local response norm"),
    DROPOUT("dropout", "dropout"),
    LOSS("loss", "loss"),
    /** Decay, momentum, moving statistics, gradient norms, reading and writing variables. */
    UPDATE("update", "update"),
    /** What belongs to no layer and to none of these; always listed by name. */
    OTHER("other", "other");

    private final String words;
    private final String ofLayer;

    Kind(String words, String ofLayer) {
        this.words = words;
        this.ofLayer = ofLayer;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** For people who see of which layer. */
    public String ofLayer() {
        return ofLayer;
    }

    /** For files, such as {@code convolution_filters}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.resbench.arch;

import java.util.Objects;

/** GoogLeNet: nine inception modules, each of four branches whose channels are put side by side (Szegedy et al. 2014, table 1).
 * @param form whose
 * @param auxiliaryHeads whether two further classifiers read modules 4a and 4d in training, their losses weighted by 0.3
 * @see "https://arxiv.org/abs/1409.4842; torchvision's googlenet; {@link GooglenetLayers} on layers and names" */
public record Googlenet(Form form, boolean auxiliaryHeads) implements Architecture {
    /** {@code PUBLISHED}: 5x5 convolutions in the third branch, biases, local response norm, no batch norm. {@code TORCHVISION}: 3x3 there,
     * batch norm after each convolution, a smaller last max pool, less dropout. */
    public enum Form { TORCHVISION, PUBLISHED }

    public static final Form DEFAULT_FORM = Form.TORCHVISION;
    public static final boolean DEFAULT_AUXILIARY_HEADS = false;

    public Googlenet {
        Objects.requireNonNull(form, "form");
    }

    /** {@code googlenet}, {@code googlenet-2014}, with heads {@code googlenet-aux}, {@code googlenet-2014-aux}. */
    @Override public String label() {
        return "googlenet" + (form == Form.PUBLISHED ? "-2014" : "") + (auxiliaryHeads ? "-aux" : "");
    }

    /** {@inheritDoc} Sides of 15 pixels or more; as published with heads, whose pools are 5x5, 79. */
    @Override public Network network(Shape input, int classes) {
        return new GooglenetLayers(this, input, classes).network();
    }

    @Override public int depth() {
        return 22;
    }

    @Override public Family family() {
        return Family.CONCATENATING;
    }

    @Override public Shape standardInput() {
        return Shape.image(224);
    }

    @Override public int standardClasses() {
        return 1000;
    }

    @Override public <R> R read(Reader<R> reader) {
        return reader.googlenet(this);
    }
}

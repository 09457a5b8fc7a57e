package org.resbench.arch;

/** A recipe for a network, independent of input size and number of classes. */
public sealed interface Architecture permits CifarNetwork {
    /** Short label used in tables and run names, such as {@code plain-20} or {@code resnet-56-B}; {@link Catalogue#find} reads it back. */
    String label();

    /** Builds the network.
     * @throws IllegalArgumentException if the input is too small, naming the layer at which the map vanishes */
    Network network(Shape input, int classes);

    /** The input that the paper gives it, for which its size was published. */
    Shape standardInput();

    /** Classes of the data that the paper trains it on first. */
    int standardClasses();

    /** {@link #network} as published. */
    default Network standardNetwork() {
        return network(standardInput(), standardClasses());
    }
}

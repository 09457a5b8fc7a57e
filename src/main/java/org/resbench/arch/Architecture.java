package org.resbench.arch;

/** A recipe for a network, independent of input size and number of classes. */
public sealed interface Architecture permits CifarNetwork, ImagenetNetwork, Resnext, Densenet, Vgg, Alexnet, Googlenet, Perceptron {
    /** Short label used in tables and run names, such as {@code plain-20} or {@code resnet-56-B}; {@link Catalogue#find} reads it back. */
    String label();

    /** Builds the network.
     * @throws IllegalArgumentException if the input is too small, naming the layer at which the map vanishes, or classes are fewer than
     *     2 */
    Network network(Shape input, int classes);

    /** Weighted layers on the longest way from the image to the scores; what the network is named by. */
    int depth();

    Family family();

    /** The input that the paper gives it, for which its size was published. */
    Shape standardInput();

    /** Classes of the data that the paper trains it on first. */
    int standardClasses();

    /** {@link #network} as published. */
    default Network standardNetwork() {
        return network(standardInput(), standardClasses());
    }

    /** Calls the reader's method for this kind of architecture. */
    <R> R read(Reader<R> reader);

    /** One answer for each kind of architecture. */
    interface Reader<R> {
        R cifarNetwork(CifarNetwork network);

        R imagenetNetwork(ImagenetNetwork network);

        R resnext(Resnext network);

        R densenet(Densenet network);

        R vgg(Vgg network);

        R alexnet(Alexnet network);

        R googlenet(Googlenet network);

        R perceptron(Perceptron network);
    }
}

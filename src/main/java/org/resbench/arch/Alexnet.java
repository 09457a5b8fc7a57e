package org.resbench.arch;

import org.resbench.arch.Operation.AdaptiveAveragePool;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.MaxPool;
import org.resbench.arch.Operation.Relu;

/** AlexNet in one tower, without local response norm, as torchvision has it: five convolutions with bias and ReLU, three 3x3 max pools of
 * stride 2, two fully connected layers of 4096 with dropout 0.5 before each, the classifier (Krizhevsky 2014). Other input sizes than 224
 * are averaged to the 6x6 that the fully connected layers read.
 *
 * <p>Layers: {@code conv1 crelu1 pool1 conv2 crelu2 pool2 conv3 crelu3 conv4 crelu4 conv5 crelu5 pool5}, {@code pool dropout1 fc1 relu1
 * dropout2 fc2 relu2 fc3}.
 *
 * @see "https://arxiv.org/abs/1404.5997; torchvision's alexnet; the two-tower original is Krizhevsky et al. 2012" */
public record Alexnet() implements Architecture {
    @Override public String label() {
        return "alexnet";
    }

    /** {@inheritDoc} Sides of 63 pixels or more. */
    @Override public Network network(Shape input, int classes) {
        NetworkBuilder builder = NetworkBuilder.of(this, input, classes);
        String last = convolution(builder, 1, new Convolution(11, 64, 4, Padding.same(2), true), Network.INPUT);
        last = convolution(builder, 2, new Convolution(5, 192, 1, Padding.same(2), true), pool(builder, 1, last));
        last = convolution(builder, 3, new Convolution(3, 384, 1, Padding.same(1), true), pool(builder, 2, last));
        last = convolution(builder, 4, new Convolution(3, 256, 1, Padding.same(1), true), last);
        last = convolution(builder, 5, new Convolution(3, 256, 1, Padding.same(1), true), last);
        last = builder.add("pool", new AdaptiveAveragePool(6), pool(builder, 5, last));
        Classifiers.hidden(builder, 4096, classes, Classifiers.Order.DROPOUT_FIRST, last);
        return builder.network();
    }

    private static String convolution(NetworkBuilder builder, int number, Convolution convolution, String input) {
        return builder.add("crelu" + number, new Relu(), builder.add("conv" + number, convolution, input));
    }

    private static String pool(NetworkBuilder builder, int number, String input) {
        return builder.add("pool" + number, new MaxPool(3, 2, Padding.NONE, false), input);
    }

    @Override public int depth() {
        return 8;
    }

    @Override public Family family() {
        return Family.PLAIN;
    }

    @Override public Shape standardInput() {
        return Shape.image(224);
    }

    @Override public int standardClasses() {
        return 1000;
    }

    @Override public <R> R read(Reader<R> reader) {
        return reader.alexnet(this);
    }
}

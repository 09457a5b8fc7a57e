package org.resbench.arch;

import java.util.Objects;
import org.resbench.arch.Operation.Add;
import org.resbench.arch.Operation.BatchNorm;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.Relu;

/** A multilayer perceptron on the image's values as one vector: a fully connected layer, n blocks of two, the classifier; 2n+2 weighted
 * layers. Each layer but the last is followed by batch norm (if asked for) and ReLU. The residual one adds an identity shortcut around each
 * block, before its last ReLU: the paper's equation 1 in the fully connected form that section 3.2 writes it in.
 *
 * <p>Layers: {@code fc1 bn1 relu1}, {@code block1.fc1 bn1 relu1 fc2 bn2 add relu2}, ..., {@code fc}.
 *
 * @param depth 2n+2, 4 to {@value #LARGEST_DEPTH}
 * @param width units of each hidden layer, 1 to {@value #LARGEST_WIDTH}
 * @see "He et al. 2015, equation 1: F = W2 sigma(W1 x) with fully connected layers" */
public record Perceptron(Family family, int depth, int width, boolean batchNorm) implements Architecture {
    public static final int LARGEST_DEPTH = 10_002;
    public static final int LARGEST_WIDTH = 65_536;
    public static final int DEFAULT_WIDTH = 256;
    /** As the paper's networks have it after every weighted layer. */
    public static final boolean DEFAULT_BATCH_NORM = true;

    /** @throws IllegalArgumentException if depth or width is not allowed; says what is */
    public Perceptron {
        Objects.requireNonNull(family, "family");
        if (family == Family.CONCATENATING) {
            throw new IllegalArgumentException("a multilayer perceptron is plain or residual");
        }
        if (depth < 4 || depth > LARGEST_DEPTH || depth % 2 != 0) {
            throw new IllegalArgumentException(depth + " is not the depth of a multilayer perceptron; must be 2n+2 from 4 to "
                    + LARGEST_DEPTH
                    + ", a first layer, n blocks of two and the classifier; nearest: " + Depths.nearest(depth, 2, 2, LARGEST_DEPTH));
        }
        if (width < 1 || width > LARGEST_WIDTH) {
            throw new IllegalArgumentException("a width of " + width + " units is not possible; must be 1 to " + LARGEST_WIDTH);
        }
    }

    /** Of the usual width, with batch norm. */
    public static Perceptron of(Family family, int depth) {
        return new Perceptron(family, depth, DEFAULT_WIDTH, DEFAULT_BATCH_NORM);
    }

    /** {@code mlp-8}, {@code residual-mlp-8}, {@code mlp-8-w512}, {@code mlp-8-no_batch_norm}. */
    @Override public String label() {
        return (family == Family.RESIDUAL ? "residual-" : "") + "mlp-" + depth + (width == DEFAULT_WIDTH ? "" : "-w" + width)
                + (batchNorm == DEFAULT_BATCH_NORM ? "" : "-no_batch_norm");
    }

    /** {@inheritDoc} Any size. */
    @Override public Network network(Shape input, int classes) {
        NetworkBuilder builder = NetworkBuilder.of(this, input, classes);
        String last = builder.add("relu1", new Relu(), layer(builder, "", 1, Network.INPUT));
        for (int block = 1; block <= (depth - 2) / 2; block++) {
            String prefix = "block" + block + ".";
            String first = builder.add(prefix + "relu1", new Relu(), layer(builder, prefix, 1, last));
            String second = layer(builder, prefix, 2, first);
            if (family == Family.RESIDUAL) {
                second = builder.add(prefix + "add", new Add(), second, last);
            }
            last = builder.add(prefix + "relu2", new Relu(), second);
        }
        builder.add("fc", new Dense(classes), last);
        return builder.network();
    }

    private String layer(NetworkBuilder builder, String prefix, int number, String input) {
        String product = builder.add(prefix + "fc" + number, new Dense(width), input);
        return batchNorm ? builder.add(prefix + "bn" + number, new BatchNorm(), product) : product;
    }

    /** 32x32 colour images. */
    @Override public Shape standardInput() {
        return Shape.image(32);
    }

    /** CIFAR-10's. */
    @Override public int standardClasses() {
        return 10;
    }

    @Override public <R> R read(Reader<R> reader) {
        return reader.perceptron(this);
    }
}

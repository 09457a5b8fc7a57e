package org.resbench.arch;

import java.util.List;
import org.resbench.arch.Operation.AdaptiveAveragePool;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.MaxPool;
import org.resbench.arch.Operation.Relu;

/** VGG: five stages of 3x3 convolutions with bias and ReLU, a 2x2 max pool after each, two fully connected layers of 4096 with dropout 0.5,
 * and the classifier (Simonyan and Zisserman 2014, table 1, columns A, B, D, E). Other input sizes than 224 are averaged to the 7x7 that
 * the fully connected layers read, as torchvision does.
 *
 * <p>Layers: {@code stage1.conv1 stage1.relu1 ... stage1.pool}, {@code pool fc1 relu1 dropout1 fc2 relu2 dropout2 fc3}.
 *
 * @param depth 11, 13, 16 or 19
 * @see "https://arxiv.org/abs/1409.1556; torchvision's vgg16 and vgg19" */
public record Vgg(int depth) implements Architecture {
    public static final List<Integer> DEPTHS = List.of(11, 13, 16, 19);
    private static final int[] FILTERS = {64, 128, 256, 512, 512};

    /** @throws IllegalArgumentException if there is no such depth; says which there are */
    public Vgg {
        if (!DEPTHS.contains(depth)) {
            throw new IllegalArgumentException(depth + " is not the depth of a VGG network; must be " + Depths.words(DEPTHS)
                    + " (Simonyan and Zisserman 2014, table 1)");
        }
    }

    @Override public String label() {
        return "vgg-" + depth;
    }

    /** {@inheritDoc} Sides of 32 pixels or more. */
    @Override public Network network(Shape input, int classes) {
        NetworkBuilder builder = NetworkBuilder.of(this, input, classes);
        String last = Network.INPUT;
        for (int stage = 1; stage <= FILTERS.length; stage++) {
            String prefix = "stage" + stage + ".";
            for (int i = 1; i <= convolutions()[stage - 1]; i++) {
                last = builder.add(prefix + "conv" + i, new Convolution(3, FILTERS[stage - 1], 1, Padding.same(1), true), last);
                last = builder.add(prefix + "relu" + i, new Relu(), last);
            }
            last = builder.add(prefix + "pool", new MaxPool(2, 2, Padding.NONE, false), last);
        }
        last = builder.add("pool", new AdaptiveAveragePool(7), last);
        Classifiers.hidden(builder, 4096, classes, Classifiers.Order.DROPOUT_LAST, last);
        return builder.network();
    }

    private int[] convolutions() {
        return switch (depth) {
            case 11 -> new int[] {1, 1, 2, 2, 2};
            case 13 -> new int[] {2, 2, 2, 2, 2};
            case 16 -> new int[] {2, 2, 3, 3, 3};
            case 19 -> new int[] {2, 2, 4, 4, 4};
            default -> throw new IllegalStateException("refused by the constructor");
        };
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
        return reader.vgg(this);
    }
}

package org.resbench.arch;

import java.util.List;
import java.util.Objects;
import org.resbench.arch.Operation.AveragePool;
import org.resbench.arch.Operation.BatchNorm;
import org.resbench.arch.Operation.Concatenate;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.GlobalAveragePool;
import org.resbench.arch.Operation.MaxPool;
import org.resbench.arch.Operation.Relu;

/** DenseNet-BC: in a dense block every layer reads all before it (Huang et al. 2016). A layer is batch norm, ReLU, 1x1 to {@code 4 growth},
 * batch norm, ReLU, 3x3 to {@code growth}; between blocks a 1x1 convolution halves the channels and a 2x2 average pool the map.
 *
 * <p>{@link Layout#IMAGENET}: table 1, a 7x7 convolution of {@code 2 growth} filters and a max pool, four blocks.
 * {@link Layout#CIFAR}: section 3, a 3x3 convolution of {@code 2 growth} filters and three blocks of n layers, so 6n+4 weighted ones; with
 * 100 layers and growth 12 it has the paper's 0.8 million parameters. There is no dropout.
 *
 * <p>Layers: {@code conv0} ({@code norm0 relu0 pool0}), {@code block1.layer1.norm1 relu1 conv1 norm2 relu2 conv2 concatenate},
 * {@code transition1.norm relu conv pool}, {@code norm relu pool fc}.
 *
 * @param depth 121, 169, 201 or 264; for CIFAR 6n+4
 * @param growth channels that each layer adds, 1 to {@value #LARGEST_GROWTH}
 * @see "https://arxiv.org/abs/1608.06993; torchvision's densenet121" */
public record Densenet(Layout layout, int depth, int growth) implements Architecture {
    public static final int LARGEST_GROWTH = 1024;
    public static final int LARGEST_DEPTH = 1204;
    static final List<Integer> IMAGENET_DEPTHS = List.of(121, 169, 201, 264);

    /** @throws IllegalArgumentException if there is no such depth or growth; says what is allowed */
    public Densenet {
        Objects.requireNonNull(layout, "layout");
        if (layout == Layout.IMAGENET && !IMAGENET_DEPTHS.contains(depth)) {
            throw new IllegalArgumentException(depth + " is not the depth of a DenseNet for ImageNet; must be "
                    + Depths.words(IMAGENET_DEPTHS)
                    + " (Huang et al. 2016, table 1)");
        }
        if (layout == Layout.CIFAR && (depth < 10 || depth > LARGEST_DEPTH || depth % 6 != 4)) {
            throw new IllegalArgumentException(depth + " is not the depth of a DenseNet for CIFAR; must be 6n+4 from 10 to " + LARGEST_DEPTH
                    + " (Huang et al. 2016, section 3), or for ImageNet " + Depths.words(IMAGENET_DEPTHS) + "; nearest: "
                    + Depths.nearest(depth, 6, 4, LARGEST_DEPTH));
        }
        if (growth < 1 || growth > LARGEST_GROWTH) {
            throw new IllegalArgumentException("a growth of " + growth + " channels is not possible; must be 1 to " + LARGEST_GROWTH);
        }
    }

    /** Growth 32 for ImageNet (table 1), 12 for CIFAR (section 4). */
    public static Densenet of(Layout layout, int depth) {
        return new Densenet(layout, depth, defaultGrowth(layout));
    }

    public static int defaultGrowth(Layout layout) {
        return layout == Layout.IMAGENET ? 32 : 12;
    }

    /** Layout that a depth means: no depth is both ImageNet's and 6n+4. */
    public static Layout layout(int depth) {
        return IMAGENET_DEPTHS.contains(depth) ? Layout.IMAGENET : Layout.CIFAR;
    }

    /** {@code densenet-121}, {@code densenet-40-k8}. No depth is both ImageNet's and 6n+4. */
    @Override public String label() {
        return "densenet-" + depth + (growth == defaultGrowth(layout) ? "" : "-k" + growth);
    }

    /** {@inheritDoc} Sides of 29 pixels or more; for CIFAR of 4 or more. */
    @Override public Network network(Shape input, int classes) {
        NetworkBuilder builder = NetworkBuilder.of(this, input, classes);
        String last = stem(builder);
        int[] blocks = blocks();
        for (int block = 1; block <= blocks.length; block++) {
            for (int layer = 1; layer <= blocks[block - 1]; layer++) {
                last = layer(builder, "block" + block + ".layer" + layer + ".", last);
            }
            if (block < blocks.length) {
                last = transition(builder, "transition" + block + ".", last);
            }
        }
        String pooled = builder.add("pool", new GlobalAveragePool(), active(builder, "norm", "relu", last));
        builder.add("fc", new Dense(classes), pooled);
        return builder.network();
    }

    private String stem(NetworkBuilder builder) {
        if (layout == Layout.CIFAR) {
            return builder.add("conv0", new Convolution(3, 2 * growth, 1, Padding.same(1), false), Network.INPUT);
        }
        builder.requireHalvable("conv0", Network.INPUT);
        String convolved = builder.add("conv0", new Convolution(7, 2 * growth, 2, Padding.same(3), false), Network.INPUT);
        builder.requireHalvable("pool0", convolved);
        return builder.add("pool0", new MaxPool(3, 2, Padding.same(1), false), active(builder, "norm0", "relu0", convolved));
    }

    private String layer(NetworkBuilder builder, String prefix, String input) {
        String narrow = builder.add(prefix + "conv1", new Convolution(1, 4 * growth, 1, Padding.NONE, false),
                active(builder, prefix + "norm1", prefix + "relu1", input));
        String grown = builder.add(prefix + "conv2", new Convolution(3, growth, 1, Padding.same(1), false),
                active(builder, prefix + "norm2", prefix + "relu2", narrow));
        return builder.add(prefix + "concatenate", new Concatenate(), input, grown);
    }

    private static String transition(NetworkBuilder builder, String prefix, String input) {
        int half = builder.shape(input).channels() / 2;
        String narrow = builder.add(prefix + "conv", new Convolution(1, half, 1, Padding.NONE, false),
                active(builder, prefix + "norm", prefix + "relu", input));
        return builder.add(prefix + "pool", new AveragePool(2, 2), narrow);
    }

    private static String active(NetworkBuilder builder, String norm, String relu, String input) {
        return builder.add(relu, new Relu(), builder.add(norm, new BatchNorm(), input));
    }

    private int[] blocks() {
        int n = (depth - 4) / 6;
        return layout == Layout.CIFAR ? new int[] {n, n, n} : switch (depth) {
            case 121 -> new int[] {6, 12, 24, 16};
            case 169 -> new int[] {6, 12, 32, 32};
            case 201 -> new int[] {6, 12, 48, 32};
            case 264 -> new int[] {6, 12, 64, 48};
            default -> throw new IllegalStateException("refused by the constructor");
        };
    }

    @Override public Family family() {
        return Family.CONCATENATING;
    }

    @Override public Shape standardInput() {
        return Shape.image(layout == Layout.IMAGENET ? 224 : 32);
    }

    @Override public int standardClasses() {
        return layout == Layout.IMAGENET ? 1000 : 10;
    }

    @Override public <R> R read(Reader<R> reader) {
        return reader.densenet(this);
    }
}

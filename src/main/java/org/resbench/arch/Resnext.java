package org.resbench.arch;

import java.util.List;
import java.util.Objects;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.GlobalAveragePool;

/** ResNeXt: residual networks of bottlenecks whose 3x3 layer is cut into groups (Xie et al. 2016). Projections where the width changes
 * (option B), the stride in the 3x3 layer, batch norm after each convolution. Blocks of stage s have {@code cardinality * groupWidth *
 * 2^(s-1)} filters inside and {@code width * 2^(s-1)} at the end.
 *
 * <p>{@link Layout#IMAGENET}: table 1, stages of ResNet-50, 101 or 152. {@link Layout#CIFAR}: section 5.3, a 3x3 stem and three
 * stages of n blocks, so 9n+2 layers; with 29 layers, cardinality 8 and width 64 it has the paper's 34.4 million parameters.
 *
 * @param depth 50, 101 or 152; for CIFAR 9n+2
 * @param cardinality groups of each 3x3 layer, 1 to {@value #LARGEST}
 * @param groupWidth filters of each group in stage 1, 1 to {@value #LARGEST}
 * @param width filters that blocks of stage 1 end with, a multiple of 4 to {@value #LARGEST}, four times those of the stem; the paper's is
 *     {@value #DEFAULT_WIDTH}, less makes small networks
 * @see "https://arxiv.org/abs/1611.05431; torchvision's resnext50_32x4d is resnext-50" */
public record Resnext(Layout layout, int depth, int cardinality, int groupWidth, int width) implements Architecture {
    public static final int LARGEST = 1024;
    public static final int LARGEST_DEPTH = 9_002;
    static final List<Integer> IMAGENET_DEPTHS = List.of(50, 101, 152);
    public static final int DEFAULT_WIDTH = 256;

    /** @throws IllegalArgumentException if there is no such depth, cardinality or width; says what is allowed */
    public Resnext {
        Objects.requireNonNull(layout, "layout");
        if (layout == Layout.IMAGENET && !IMAGENET_DEPTHS.contains(depth)) {
            throw new IllegalArgumentException(depth + " is not the depth of a ResNeXt for ImageNet; must be "
                    + Depths.words(IMAGENET_DEPTHS)
                    + " (Xie et al. 2016, section 5.1)");
        }
        if (layout == Layout.CIFAR && (depth < 11 || depth > LARGEST_DEPTH || depth % 9 != 2)) {
            throw new IllegalArgumentException(depth + " is not the depth of a ResNeXt for CIFAR; must be 9n+2 from 11 to " + LARGEST_DEPTH
                    + " (Xie et al. 2016, section 5.3), or for ImageNet " + Depths.words(IMAGENET_DEPTHS) + "; nearest: "
                    + Depths.nearest(depth, 9, 2, LARGEST_DEPTH));
        }
        if (cardinality < 1 || cardinality > LARGEST || groupWidth < 1 || groupWidth > LARGEST) {
            throw new IllegalArgumentException("a ResNeXt of " + cardinality + " groups of " + groupWidth
                    + " filters is not possible; both must be 1 to "
                    + LARGEST);
        }
        if (width < 4 || width > LARGEST || width % 4 != 0) {
            throw new IllegalArgumentException("a ResNeXt cannot have " + width
                    + " filters at the end of its first blocks; must be a multiple of 4 to "
                    + LARGEST + " (the paper's is " + DEFAULT_WIDTH + ")");
        }
    }

    /** 32x4d for ImageNet (table 1), 8x64d for CIFAR (table 7). */
    public static Resnext of(Layout layout, int depth) {
        return new Resnext(layout, depth, defaultCardinality(layout), defaultGroupWidth(layout), DEFAULT_WIDTH);
    }

    public static int defaultCardinality(Layout layout) {
        return layout == Layout.IMAGENET ? 32 : 8;
    }

    public static int defaultGroupWidth(Layout layout) {
        return layout == Layout.IMAGENET ? 4 : 64;
    }

    /** Layout that a name's depth means: ImageNet's depths mean ImageNet. */
    public static Layout layout(int depth) {
        return IMAGENET_DEPTHS.contains(depth) ? Layout.IMAGENET : Layout.CIFAR;
    }

    /** {@code resnext-50}, {@code resnext-29-8x16d}, {@code resnext-29-8x4d-w64}; {@code cifar-resnext-101} for a depth that means
     * ImageNet. */
    @Override public String label() {
        boolean usual = cardinality == defaultCardinality(layout) && groupWidth == defaultGroupWidth(layout);
        return (layout == layout(depth) ? "" : "cifar-") + "resnext-" + depth + (usual ? "" : "-" + cardinality + "x" + groupWidth + "d")
                + (width == DEFAULT_WIDTH ? "" : "-w" + width);
    }

    /** {@inheritDoc} Sides of 17 pixels or more; for CIFAR of 3 or more. */
    @Override public Network network(Shape input, int classes) {
        NetworkBuilder builder = NetworkBuilder.of(this, input, classes);
        Blocks blocks = new Blocks(builder, Family.RESIDUAL, ShortcutOption.B);
        int[] stages = stages();
        String last = layout == Layout.IMAGENET ? Stems.imagenet(builder, blocks, width / 4) : Stems.cifar(blocks, width / 4);
        for (int stage = 1; stage <= stages.length; stage++) {
            for (int block = 1; block <= stages[stage - 1]; block++) {
                int stride = stage > 1 && block == 1 ? 2 : 1;
                last = blocks.bottleneck("stage" + stage + ".block" + block + ".",
                        new Blocks.Bottleneck((cardinality * groupWidth) << (stage - 1),
                        width << (stage - 1), 1, stride, cardinality), last);
            }
        }
        builder.add("fc", new Dense(classes), builder.add("pool", new GlobalAveragePool(), last));
        return builder.network();
    }

    private int[] stages() {
        return switch (layout) {
            case IMAGENET -> ImagenetNetwork.blocks(depth);
            case CIFAR -> new int[] {(depth - 2) / 9, (depth - 2) / 9, (depth - 2) / 9};
        };
    }

    @Override public Family family() {
        return Family.RESIDUAL;
    }

    @Override public Shape standardInput() {
        return Shape.image(layout == Layout.IMAGENET ? 224 : 32);
    }

    @Override public int standardClasses() {
        return layout == Layout.IMAGENET ? 1000 : 10;
    }

    @Override public <R> R read(Reader<R> reader) {
        return reader.resnext(this);
    }
}

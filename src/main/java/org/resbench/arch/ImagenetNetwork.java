package org.resbench.arch;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.GlobalAveragePool;

/** The ImageNet networks of He et al. 2015, table 1: a 7x7 convolution and a max pool, four stages of blocks with 64, 128, 256 and 512
 * filters, global average pooling, a fully connected layer. 18 and 34 layers have blocks of two 3x3 layers, 50, 101 and 152 bottlenecks
 * of 1x1, 3x3 and 1x1 that end with four times the filters. Batch norm follows each convolution, projections included.
 *
 * <p>Layers: {@code conv1 bn1 relu1 maxpool}, {@code stageS.blockB.conv1 bn1 relu1 ...} as {@link Blocks} names them, {@code pool fc}.
 *
 * <p>What a network has no use for takes its default, so that equal networks are equal values.
 *
 * @param depth 18, 34, 50, 101 or 152; plain ones 18 or 34
 * @param shortcut how residual networks bridge a change of width
 * @param stride where bottlenecks have theirs
 * @see "https://arxiv.org/abs/1512.03385" */
public record ImagenetNetwork(Family family, int depth, ShortcutOption shortcut, StridePlace stride) implements Architecture {
    /** Table 1; blocks in each stage. */
    private enum Blueprint {
        D18(18, 2, 2, 2, 2), D34(34, 3, 4, 6, 3), D50(50, 3, 4, 6, 3), D101(101, 3, 4, 23, 3), D152(152, 3, 8, 36, 3);

        private final int depth;
        private final int[] blocks;

        Blueprint(int depth, int... blocks) {
            this.depth = depth;
            this.blocks = blocks;
        }
    }

    /** Section 4.1: bottleneck networks "use option B for increasing dimensions"; the authors published all with it. */
    public static final ShortcutOption DEFAULT_SHORTCUT = ShortcutOption.B;
    public static final StridePlace DEFAULT_STRIDE = StridePlace.FIRST_1X1;
    private static final List<Integer> PLAIN_DEPTHS = List.of(18, 34);
    private static final int EXPANSION = 4;

    /** @throws IllegalArgumentException if there is no such depth; says which there are */
    public ImagenetNetwork {
        Objects.requireNonNull(shortcut, "shortcut");
        Objects.requireNonNull(stride, "stride");
        if (family == Family.CONCATENATING) {
            throw new IllegalArgumentException("an ImageNet network of this paper is plain or residual");
        }
        if (!depths(family).contains(depth)) {
            throw new IllegalArgumentException(depth + " is not the depth of a " + (family == Family.PLAIN ? "plain" : "residual")
                    + " ImageNet network; must be " + Depths.words(depths(family)) + " (He et al. 2015, table 1)");
        }
        if (family == Family.PLAIN) {
            shortcut = DEFAULT_SHORTCUT;
        }
        if (depth <= 34) {
            stride = DEFAULT_STRIDE;
        }
    }

    public static List<Integer> depths(Family family) {
        return family == Family.PLAIN ? PLAIN_DEPTHS : Arrays.stream(Blueprint.values()).map(blueprint -> blueprint.depth).toList();
    }

    public static ImagenetNetwork plain(int depth) {
        return new ImagenetNetwork(Family.PLAIN, depth, DEFAULT_SHORTCUT, DEFAULT_STRIDE);
    }

    /** With option B, and the stride of bottlenecks in their first layer. */
    public static ImagenetNetwork resnet(int depth) {
        return new ImagenetNetwork(Family.RESIDUAL, depth, DEFAULT_SHORTCUT, DEFAULT_STRIDE);
    }

    public ImagenetNetwork withShortcut(ShortcutOption other) {
        return new ImagenetNetwork(family, depth, other, stride);
    }

    public ImagenetNetwork withStride(StridePlace other) {
        return new ImagenetNetwork(family, depth, shortcut, other);
    }

    private boolean hasBottlenecks() {
        return depth > 34;
    }

    static int[] blocks(int depth) {
        return Arrays.stream(Blueprint.values()).filter(blueprint -> blueprint.depth == depth).findFirst().orElseThrow().blocks.clone();
    }

    /** {@code plain-34}, {@code resnet-34}, {@code resnet-34-A}, {@code resnet-50-v1.5}. */
    @Override public String label() {
        return (family == Family.PLAIN ? "plain-" : "resnet-") + depth + (shortcut == DEFAULT_SHORTCUT ? "" : "-" + shortcut)
                + (stride == DEFAULT_STRIDE ? "" : "-v1.5");
    }

    /** {@inheritDoc} Sides of 17 pixels or more. */
    @Override public Network network(Shape input, int classes) {
        NetworkBuilder builder = NetworkBuilder.of(this, input, classes);
        Blocks blocks = new Blocks(builder, family, shortcut);
        String last = Stems.imagenet(builder, blocks, 64);
        for (int stage = 1; stage <= 4; stage++) {
            for (int block = 1; block <= blocks(depth)[stage - 1]; block++) {
                last = block(blocks, "stage" + stage + ".block" + block + ".", 64 << (stage - 1), stage > 1 && block == 1 ? 2 : 1, last);
            }
        }
        builder.add("fc", new Dense(classes), builder.add("pool", new GlobalAveragePool(), last));
        return builder.network();
    }

    private String block(Blocks blocks, String prefix, int filters, int strideOfBlock, String input) {
        if (!hasBottlenecks()) {
            return blocks.basic(prefix, filters, strideOfBlock, input);
        }
        return blocks.bottleneck(prefix, switch (stride) {
            case FIRST_1X1 -> new Blocks.Bottleneck(filters, EXPANSION * filters, strideOfBlock, 1, 1);
            case IN_3X3 -> new Blocks.Bottleneck(filters, EXPANSION * filters, 1, strideOfBlock, 1);
        }, input);
    }

    /** 224x224 colour images. */
    @Override public Shape standardInput() {
        return Shape.image(224);
    }

    /** ILSVRC 2012's. */
    @Override public int standardClasses() {
        return 1000;
    }

    @Override public <R> R read(Reader<R> reader) {
        return reader.imagenetNetwork(this);
    }
}

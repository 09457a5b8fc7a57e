package org.resbench.arch;

import org.resbench.arch.Operation.Add;
import org.resbench.arch.Operation.BatchNorm;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.GlobalAveragePool;
import org.resbench.arch.Operation.PaddedShortcut;
import org.resbench.arch.Operation.Relu;

/** Lays out a {@link CifarNetwork} layer by layer.
 *
 * <p>Names: {@code conv1 bn1 relu1}, then for stage s and block b {@code stages.blockb.conv1 bn1 relu1 conv2 bn2}, then in residual
 * networks {@code shortcut} (zero channels) or {@code shortcut.conv shortcut.bn} (projection) where the shortcut is no identity, and {@code
 * add}; then {@code relu2}; at the end {@code pool fc}. */
final class CifarLayers {
    private static final int STAGES = 3;

    private final CifarNetwork recipe;
    private final int classes;
    private final NetworkBuilder builder;

    CifarLayers(CifarNetwork recipe, Shape input, int classes) {
        this.recipe = recipe;
        this.classes = classes;
        this.builder = NetworkBuilder.of(recipe, input, classes);
    }

    Network network() {
        String last = convolution("", "1", 1, recipe.width(), Network.INPUT);
        last = builder.add("relu1", new Relu(), last);
        for (int stage = 1; stage <= STAGES; stage++) {
            for (int block = 1; block <= recipe.blocksPerStage(); block++) {
                int stride = stage > 1 && block == 1 ? 2 : 1;
                last = block("stage" + stage + ".block" + block + ".", stride, recipe.width() << (stage - 1), last);
            }
        }
        last = builder.add("pool", new GlobalAveragePool(), last);
        builder.add("fc", new Dense(classes), last);
        return builder.network();
    }

    private String block(String prefix, int stride, int filters, String input) {
        String first = builder.add(prefix + "relu1", new Relu(), convolution(prefix, "1", stride, filters, input));
        String second = convolution(prefix, "2", 1, filters, first);
        if (recipe.family() == Family.RESIDUAL) {
            String shortcut = shortcut(prefix + "shortcut", stride, filters, input);
            second = builder.add(prefix + "add", new Add(), second, shortcut);
        }
        return builder.add(prefix + "relu2", new Relu(), second);
    }

    /** 3x3 convolution and batch norm. */
    private String convolution(String prefix, String number, int stride, int filters, String input) {
        Padding padding = stride == 1 ? Padding.same(1) : stride2Padding(prefix + "conv" + number, builder.shape(input));
        String convolved = builder.add(prefix + "conv" + number, new Convolution(3, filters, stride, padding, false), input);
        return builder.add(prefix + "bn" + number, new BatchNorm(), convolved);
    }

    private String shortcut(String name, int stride, int filters, String input) {
        int channels = builder.shape(input).channels();
        boolean widens = channels != filters;
        return switch (recipe.shortcut()) {
            case A -> widens ? builder.add(name, zeroChannels(stride, filters - channels), input) : input;
            case B -> widens ? projection(name, stride, filters, input) : input;
            case C -> projection(name, stride, filters, input);
        };
    }

    private PaddedShortcut zeroChannels(int stride, int added) {
        return switch (recipe.zeroChannels()) {
            case AFTER -> new PaddedShortcut(stride, 0, added);
            case SPLIT -> new PaddedShortcut(stride, added / 2, added / 2);
        };
    }

    private String projection(String name, int stride, int filters, String input) {
        String convolved = builder.add(name + ".conv", new Convolution(1, filters, stride, Padding.NONE, false), input);
        return builder.add(name + ".bn", new BatchNorm(), convolved);
    }

    /** Both grids yield maps of half the sides, rounded up. TensorFlow's SAME differs on even sides only. */
    private Padding stride2Padding(String layer, Shape map) {
        if (map.height() < 2 || map.width() < 2) {
            throw new IllegalArgumentException(recipe.label() + ": the input is too small: at " + layer + " the map is down to " + map
                    + " and cannot be halved any more; both sides of the input must be 3 pixels or more");
        }
        return switch (recipe.grid()) {
            case CENTRED -> Padding.same(1);
            case TENSORFLOW_SAME -> new Padding(map.height() % 2, 1, map.width() % 2, 1);
        };
    }
}

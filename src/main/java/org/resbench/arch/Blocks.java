package org.resbench.arch;

import org.resbench.arch.Operation.Add;
import org.resbench.arch.Operation.BatchNorm;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.PaddedShortcut;
import org.resbench.arch.Operation.Relu;

/** Adds the blocks of ImageNet's residual and plain networks: {@code prefix.conv1 bn1 relu1 conv2 bn2 ...}, then {@code shortcut.conv
 * shortcut.bn} or {@code shortcut}, {@code add} and the last {@code relu}. Convolutions have no bias, and a stride-2 convolution pads both
 * sides alike.
 * @see "He et al. 2015, figures 3 and 5" */
final class Blocks {
    /** {@code 1 x 1} reduction to {@code inner} channels, {@code 3 x 3} in groups, {@code 1 x 1} to {@code outer}.
     * @param firstStride of the first 1x1 @param secondStride of the 3x3 */
    record Bottleneck(int inner, int outer, int firstStride, int secondStride, int groups) {
        int stride() {
            return firstStride * secondStride;
        }
    }

    private final NetworkBuilder builder;
    private final Family family;
    private final ShortcutOption option;

    /** @param option without meaning in a plain family */
    Blocks(NetworkBuilder builder, Family family, ShortcutOption option) {
        this.builder = builder;
        this.family = family;
        this.option = option;
    }

    /** Two 3x3 layers. */
    String basic(String prefix, int filters, int stride, String input) {
        String first = relu(prefix + "relu1", convolution(prefix, "1", new Convolution(3, filters, stride, Padding.same(1), false), input));
        String second = convolution(prefix, "2", new Convolution(3, filters, 1, Padding.same(1), false), first);
        return relu(prefix + "relu2", joined(prefix, stride, second, input));
    }

    String bottleneck(String prefix, Bottleneck block, String input) {
        String first = relu(prefix + "relu1",
                convolution(prefix, "1", new Convolution(1, block.inner(), block.firstStride(), Padding.NONE, false), input));
        String second = relu(prefix + "relu2", convolution(prefix, "2",
                new Convolution(3, block.inner(), block.secondStride(), Padding.same(1), false, block.groups()), first));
        String third = convolution(prefix, "3", new Convolution(1, block.outer(), 1, Padding.NONE, false), second);
        return relu(prefix + "relu3", joined(prefix, block.stride(), third, input));
    }

    /** Convolution and batch norm; {@code convN} and {@code bnN} behind the prefix. */
    String convolution(String prefix, String number, Convolution convolution, String input) {
        String name = prefix + "conv" + number;
        if (convolution.stride() > 1) {
            builder.requireHalvable(name, input);
        }
        return builder.add(prefix + "bn" + number, new BatchNorm(), builder.add(name, convolution, input));
    }

    String relu(String name, String input) {
        return builder.add(name, new Relu(), input);
    }

    private String joined(String prefix, int stride, String main, String input) {
        return switch (family) {
            case PLAIN -> main;
            case RESIDUAL -> builder.add(prefix + "add", new Add(), main, shortcut(prefix + "shortcut", stride, main, input));
            case CONCATENATING -> throw new IllegalStateException("a block joins by addition or not at all");
        };
    }

    private String shortcut(String name, int stride, String main, String input) {
        int channels = builder.shape(input).channels();
        int filters = builder.shape(main).channels();
        boolean widens = channels != filters;
        return switch (option) {
            case A -> widens ? builder.add(name, new PaddedShortcut(stride, 0, filters - channels), input) : input;
            case B -> widens ? projection(name, stride, filters, input) : input;
            case C -> projection(name, stride, filters, input);
        };
    }

    private String projection(String name, int stride, int filters, String input) {
        return builder.add(name + ".bn", new BatchNorm(),
                builder.add(name + ".conv", new Convolution(1, filters, stride, Padding.NONE, false), input));
    }
}

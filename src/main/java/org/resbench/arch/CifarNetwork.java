package org.resbench.arch;

/** The CIFAR networks of He et al. 2015, section 4.2: a 3x3 stem, then three stages of 2n 3x3 layers on maps of full, half and
 * quarter size with {@code width}, 2 and 4 times {@code width} filters, global average pooling and a fully connected layer; 6n+2
 * weighted layers. */
public record CifarNetwork(Family family, int depth, ShortcutOption shortcut, int width, PixelGrid grid,
                           ZeroChannels zeroChannels) implements Architecture {
    @Override public String label() {
        if (family == Family.PLAIN) {
            return "plain-" + depth;
        }
        return "resnet-" + depth + (shortcut == ShortcutOption.A ? "" : "-" + shortcut);
    }

    @Override public Network network(Shape input, int classes) {
        throw new IllegalStateException("built next");
    }
}

package org.resbench.arch;

import java.util.Locale;
import java.util.Objects;

/** The CIFAR networks of He et al. 2015, section 4.2: a 3x3 stem, then three stages of 2n 3x3 layers on maps of full, half and
 * quarter size with {@code width}, 2 and 4 times {@code width} filters, global average pooling and a fully connected layer; 6n+2
 * weighted layers (projections of options B and C not counted). Convolutions have no bias; batch norm and ReLU follow each.
 *
 * <p>What a network has no use for takes its default, so that equal networks are equal values: a plain one has no shortcuts, and
 * only option A has zero channels.
 *
 * @param depth 6n+2, {@value #SMALLEST_DEPTH} to {@value #LARGEST_DEPTH}
 * @param shortcut how residual networks bridge a change of width
 * @param width filters of the stem and the first stage, 1 to {@value #LARGEST_WIDTH}; the paper's is {@value #DEFAULT_WIDTH}
 * @param grid which pixels the stride-2 convolutions read
 * @param zeroChannels where option A's zero channels lie */
public record CifarNetwork(Family family, int depth, ShortcutOption shortcut, int width, PixelGrid grid,
                           ZeroChannels zeroChannels) implements Architecture {
    /** n is 1. */
    public static final int SMALLEST_DEPTH = 8;
    /** n is 10,000; asking for more is a slip of the hand rather than a network. */
    public static final int LARGEST_DEPTH = 60_002;
    /** Section 4.2: "the numbers of filters are {16, 32, 64}". */
    public static final int DEFAULT_WIDTH = 16;
    public static final int LARGEST_WIDTH = 4096;
    /** Section 4.2: "we use identity shortcuts in all cases (i.e., option A)". */
    public static final ShortcutOption DEFAULT_SHORTCUT = ShortcutOption.A;
    /** Caffe, in which the authors published their networks, pads both sides alike. */
    public static final PixelGrid DEFAULT_GRID = PixelGrid.CENTRED;
    /** The paper does not say where the zeros lie ("extra zero entries padded for increasing dimensions"). */
    public static final ZeroChannels DEFAULT_ZERO_CHANNELS = ZeroChannels.AFTER;

    /** @throws IllegalArgumentException if depth or width is not allowed, or width is odd and zero channels are to be split; says what is
     *     allowed */
    public CifarNetwork {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(shortcut, "shortcut");
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(zeroChannels, "zeroChannels");
        if (family == Family.CONCATENATING) {
            throw new IllegalArgumentException("a CIFAR network of this paper is plain or residual");
        }
        if (!isDepth(depth)) {
            throw new IllegalArgumentException(depth + " is not the depth of a CIFAR network; must be 6n+2 from " + SMALLEST_DEPTH + " to "
                    + LARGEST_DEPTH + " (He et al. 2015, section 4.2); nearest: " + Depths.nearest(depth, 6, 2, LARGEST_DEPTH));
        }
        if (width < 1 || width > LARGEST_WIDTH) {
            throw new IllegalArgumentException("a base width of " + width + " filters is not possible; must be 1 to " + LARGEST_WIDTH
                    + " (the paper's is " + DEFAULT_WIDTH + ")");
        }
        if (family == Family.PLAIN) {
            shortcut = DEFAULT_SHORTCUT;
        }
        if (family == Family.PLAIN || shortcut != ShortcutOption.A) {
            zeroChannels = DEFAULT_ZERO_CHANNELS;
        }
        if (zeroChannels == ZeroChannels.SPLIT && width % 2 != 0) {
            throw new IllegalArgumentException("zero channels cannot be split for an odd base width: stage 2 adds " + width
                    + ", which has no half; use zero channels after, or a base width of " + (width - 1 > 0 ? width - 1 + " or " : "")
                    + (width + 1));
        }
    }

    /** A network as the paper has it but for what is given.
     * @throws IllegalArgumentException if depth is not 6n+2 */
    public static CifarNetwork ofDepth(Family family, int depth) {
        return new CifarNetwork(family, depth, DEFAULT_SHORTCUT, DEFAULT_WIDTH, DEFAULT_GRID, DEFAULT_ZERO_CHANNELS);
    }

    /** @throws IllegalArgumentException if depth is not 6n+2 */
    public static CifarNetwork plain(int depth) {
        return ofDepth(Family.PLAIN, depth);
    }

    /** With option A; {@link #withShortcut} gives the others.
     * @throws IllegalArgumentException if depth is not 6n+2 */
    public static CifarNetwork resnet(int depth) {
        return ofDepth(Family.RESIDUAL, depth);
    }

    public CifarNetwork withShortcut(ShortcutOption other) {
        return new CifarNetwork(family, depth, other, width, grid, zeroChannels);
    }

    public CifarNetwork withWidth(int other) {
        return new CifarNetwork(family, depth, shortcut, other, grid, zeroChannels);
    }

    public CifarNetwork withGrid(PixelGrid other) {
        return new CifarNetwork(family, depth, shortcut, width, other, zeroChannels);
    }

    public CifarNetwork withZeroChannels(ZeroChannels other) {
        return new CifarNetwork(family, depth, shortcut, width, grid, other);
    }

    /** Whether there is a network of that depth: 6n+2 within the limits. */
    public static boolean isDepth(int depth) {
        return depth >= SMALLEST_DEPTH && depth <= LARGEST_DEPTH && depth % 6 == 2;
    }

    /** n: blocks of two layers in each of the three stages. */
    public int blocksPerStage() {
        return (depth - 2) / 6;
    }

    /** {@code plain-20}, {@code resnet-20}, {@code resnet-56-B}, then what differs from the paper's: {@code -w32} for another base
     * width, {@code -tensorflow_same}, {@code -split}. Depths that ImageNet networks are known by ({@code resnet-50}) are told apart by
     * {@code cifar-} in front. */
    @Override public String label() {
        StringBuilder label = new StringBuilder(Catalogue.prefix(family, depth)).append(depth);
        if (shortcut != DEFAULT_SHORTCUT) {
            label.append('-').append(shortcut);
        }
        if (width != DEFAULT_WIDTH) {
            label.append("-w").append(width);
        }
        if (grid != DEFAULT_GRID) {
            label.append('-').append(grid.name().toLowerCase(Locale.ROOT));
        }
        if (zeroChannels != DEFAULT_ZERO_CHANNELS) {
            label.append('-').append(zeroChannels.name().toLowerCase(Locale.ROOT));
        }
        return label.toString();
    }

    /** {@inheritDoc} Sides may be odd or differ; 3 pixels are the least that can be halved twice. */
    @Override public Network network(Shape input, int classes) {
        return new CifarLayers(this, input, classes).network();
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
        return reader.cifarNetwork(this);
    }
}

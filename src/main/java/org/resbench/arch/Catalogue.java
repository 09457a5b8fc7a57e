package org.resbench.arch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Networks by their short names. CIFAR networks: {@code plain-N} and {@code resnet-N} for every N of 6n+2, then in this order, all
 * optional: {@code -A -B -C} (shortcut option), {@code -w32} (base width), {@code -tensorflow_same} (pixel grid), {@code -split} (zero
 * channels). {@code plain-18, 34} and {@code resnet-18, 34, 50, 101, 152} are ImageNet networks and mean nothing else, with {@code -A -B
 * -C} and {@code -v1.5}; the CIFAR network of 50 layers is {@code cifar-resnet-50}. Others: {@code resnext-50}, {@code resnext-29-8x16d},
 * {@code densenet-121}, {@code densenet-40-k12}, {@code vgg-16}, {@code alexnet}, {@code googlenet}, {@code googlenet-2014} (both with
 * {@code -aux}), {@code mlp-8-w256}, {@code residual-mlp-8}. */
public final class Catalogue {
    /** Depths of the paper's Table 1; two of them, 50 and 152, are 6n+2 too. Plain networks of 50 and more layers are CIFAR's. */
    private static final Set<Integer> IMAGENET_DEPTHS = Set.of(18, 34, 50, 101, 152);
    private static final List<Integer> PLAIN_DEPTHS = List.of(20, 32, 44, 56, 110);
    private static final List<Integer> RESIDUAL_DEPTHS = List.of(20, 32, 44, 56, 110, 1202);
    private static final Pattern CIFAR =
            Pattern.compile("(cifar-)?(plain|resnet)-(\\d{1,9})(?:-([ABC]))?(?:-w(\\d{1,9}))?(-tensorflow_same)?(-split)?");
    private static final List<String> NAMES = listed();
    private static final String KINDS = "plain-N and resnet-N with N of 6n+2 layers (for CIFAR), with other shortcuts "
            + "resnet-N-B and resnet-N-C, with another base width resnet-N-w32; for ImageNet plain-18, plain-34 and resnet-18, 34, 50, "
            + "101, 152 (with -A, -C, -v1.5), vgg-11, 13, 16, 19, alexnet, googlenet, googlenet-2014 (with -aux), densenet-121, 169, 201, "
            + "264, resnext-50, 101, 152; resnext-N and densenet-N for CIFAR, mlp-N, residual-mlp-N";

    private Catalogue() {}

    /** The networks that the paper trains, with options A, B and C of the residual ones, and those it is compared with. {@link #find} knows
     * more. */
    public static List<String> names() {
        return NAMES;
    }

    /** The network of that name.
     * @throws IllegalArgumentException if there is none; suggests the nearest name, or the nearest depths */
    public static Architecture find(String name) {
        return read(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    /** Empty if no network has a name of that form.
     * @throws IllegalArgumentException if the form is right and a number is not, or parts of it contradict each other */
    private static Optional<Architecture> read(String name) {
        Optional<Architecture> other = Names.read(name);
        Matcher cifar = CIFAR.matcher(name);
        if (other.isPresent() || !cifar.matches()) {
            return other;
        }
        Family family = cifar.group(2).equals("plain") ? Family.PLAIN : Family.RESIDUAL;
        int depth = Integer.parseInt(cifar.group(3));
        boolean marked = cifar.group(1) != null;
        if (!marked && ImagenetNetwork.depths(family).contains(depth) && IMAGENET_DEPTHS.contains(depth)) {
            throw new IllegalArgumentException("'" + name
                    + "' is a network for ImageNet, which has no base width, pixel grid or zero channels to choose"
                    + (CifarNetwork.isDepth(depth) ? "; CIFAR's of " + depth + " layers is 'cifar-" + name + "'"
                    : "; CIFAR networks have 6n+2 layers"));
        }
        NamedDepths.of(family, marked).require(name, depth);
        return Optional.of(cifar(name, family, depth, cifar));
    }

    private static String unknown(String name) {
        String beginning = "'" + name + "' is no network that is known here";
        Optional<String> stranger = Strangers.words(name);
        if (stranger.isPresent()) {
            return beginning + ": " + stranger.get() + ". Networks are " + KINDS;
        }
        String usual = Spelling.usual(name);
        Optional<String> near;
        try {
            near = read(usual).map(network -> usual);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return beginning + near.or(() -> Spelling.nearest(name.toLowerCase(Locale.ROOT), NAMES))
                .map(found -> "; did you mean '" + found + "'?").orElse(".") + " Networks are " + KINDS;
    }

    private static CifarNetwork cifar(String name, Family family, int depth, Matcher parts) {
        CifarNetwork network = CifarNetwork.ofDepth(family, depth);
        if (family == Family.PLAIN && (parts.group(4) != null || parts.group(7) != null)) {
            throw new IllegalArgumentException("'" + name + "': plain networks have no shortcuts; did you mean '" + network.label() + "'?");
        }
        if (parts.group(4) != null) {
            network = network.withShortcut(ShortcutOption.valueOf(parts.group(4)));
        }
        if (parts.group(5) != null) {
            network = network.withWidth(Integer.parseInt(parts.group(5)));
        }
        if (parts.group(6) != null) {
            network = network.withGrid(PixelGrid.TENSORFLOW_SAME);
        }
        if (parts.group(7) != null && network.shortcut() != ShortcutOption.A) {
            throw new IllegalArgumentException("'" + name + "': only option A has zero channels to split; did you mean '" + network.label()
                    + "'?");
        }
        return parts.group(7) == null ? network : network.withZeroChannels(ZeroChannels.SPLIT);
    }

    /** What stands before the depth in a CIFAR network's name. */
    static String prefix(Family family, int depth) {
        return family == Family.PLAIN ? "plain-" : IMAGENET_DEPTHS.contains(depth) ? "cifar-resnet-" : "resnet-";
    }

    private static List<String> listed() {
        List<String> names = new ArrayList<>();
        PLAIN_DEPTHS.forEach(depth -> names.add("plain-" + depth));
        for (String option : List.of("", "-B", "-C")) {
            RESIDUAL_DEPTHS.forEach(depth -> names.add("resnet-" + depth + option));
        }
        names.addAll(List.of("plain-18", "plain-34", "resnet-18-A", "resnet-18", "resnet-18-C", "resnet-34-A", "resnet-34", "resnet-34-C"));
        for (int depth : List.of(50, 101, 152)) {
            names.addAll(List.of("resnet-" + depth, "resnet-" + depth + "-v1.5"));
        }
        names.addAll(List.of("vgg-16", "vgg-19", "alexnet", "googlenet", "googlenet-aux", "googlenet-2014", "googlenet-2014-aux",
                "densenet-121",
                "resnext-50", "resnext-29", "densenet-100", "mlp-8", "residual-mlp-8"));
        return List.copyOf(names);
    }
}

package org.resbench.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.resbench.arch.Alexnet;
import org.resbench.arch.Architecture;
import org.resbench.arch.Catalogue;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Densenet;
import org.resbench.arch.Family;
import org.resbench.arch.Googlenet;
import org.resbench.arch.ImagenetNetwork;
import org.resbench.arch.Layout;
import org.resbench.arch.Perceptron;
import org.resbench.arch.PixelGrid;
import org.resbench.arch.Resnext;
import org.resbench.arch.ShortcutOption;
import org.resbench.arch.StridePlace;
import org.resbench.arch.Vgg;
import org.resbench.arch.ZeroChannels;

/** The meaning of the key network: a short name, or a family with its properties. */
final class NetworkReader {
    private static final Architecture STAND_IN = CifarNetwork.resnet(20);

    private final Keys keys;

    private NetworkReader(Keys keys) {
        this.keys = keys;
    }

    /** The mapping that a network's short name stands for; empty if no network has that name. */
    static Optional<Tree.Entries> spelledOut(Tree.Text name) {
        try {
            Map<String, Tree> entries = new LinkedHashMap<>();
            Catalogue.find(name.value()).read(new NetworkSettings())
                    .forEach((key, value) -> entries.put(key, new Tree.Text(value, name.place())));
            return Optional.of(new Tree.Entries(entries, name.place()));
        } catch (IllegalArgumentException e) {
            // Said when the name itself is read.
            return Optional.empty();
        }
    }

    static Architecture network(Keys root) {
        Optional<Tree> tree = root.tree("network");
        try {
            return tree.isPresent() && tree.get() instanceof Tree.Text name ? Catalogue.find(name.value())
                    : new NetworkReader(root.inner("network")).network();
        } catch (IllegalArgumentException e) {
            root.wrong("network", e.getMessage());
            return STAND_IN;
        }
    }

    private Architecture network() {
        NetworkFamily family = keys.choice("family", null, NetworkFamily.class);
        boolean chosen = keys.tree("family").map(Tree::words).filter(Settings.word(family)::equalsIgnoreCase).isPresent();
        if (chosen) {
            family.refuseOthers(keys);
        }
        Supplier<Architecture> network = of(family);
        keys.done(NetworkFamily.all().toArray(String[]::new));
        if (!keys.has("family") || family.keys().contains("depth") && !keys.has("depth")) {
            return STAND_IN;
        }
        try {
            return network.get();
        } catch (IllegalArgumentException e) {
            if (!e.getMessage().contains(" is not the depth of ")) {
                throw e;
            }
            keys.wrong("depth", e.getMessage());
            return STAND_IN;
        }
    }

    /** Reads every key first, so that all that is wrong is noted. */
    private Supplier<Architecture> of(NetworkFamily family) {
        return switch (family) {
            case PLAIN -> cifar(Family.PLAIN);
            case RESIDUAL -> cifar(Family.RESIDUAL);
            case IMAGENET_PLAIN -> {
                int depth = depth();
                yield () -> ImagenetNetwork.plain(depth);
            }
            case IMAGENET_RESIDUAL -> imagenet();
            case RESNEXT -> resnext();
            case DENSENET -> densenet();
            case VGG -> {
                int depth = depth();
                yield () -> new Vgg(depth);
            }
            case ALEXNET -> Alexnet::new;
            case GOOGLENET -> {
                Googlenet.Form form = keys.choice("form", Googlenet.DEFAULT_FORM, Googlenet.Form.class);
                boolean heads = keys.flag("auxiliary_heads", Googlenet.DEFAULT_AUXILIARY_HEADS);
                yield () -> new Googlenet(form, heads);
            }
            case MLP -> perceptron(Family.PLAIN);
            case RESIDUAL_MLP -> perceptron(Family.RESIDUAL);
        };
    }

    private int depth() {
        return keys.whole("depth", null, 1);
    }

    private Supplier<Architecture> cifar(Family family) {
        int depth = depth();
        ShortcutOption shortcut = keys.choice("shortcut", CifarNetwork.DEFAULT_SHORTCUT, ShortcutOption.class);
        int width = keys.whole("width", CifarNetwork.DEFAULT_WIDTH, 1);
        PixelGrid grid = keys.choice("pixel_grid", CifarNetwork.DEFAULT_GRID, PixelGrid.class);
        ZeroChannels zeros = keys.choice("zero_channels", CifarNetwork.DEFAULT_ZERO_CHANNELS, ZeroChannels.class);
        return () -> new CifarNetwork(family, depth, shortcut, width, grid, zeros);
    }

    private Supplier<Architecture> imagenet() {
        int depth = depth();
        ShortcutOption shortcut = keys.choice("shortcut", ImagenetNetwork.DEFAULT_SHORTCUT, ShortcutOption.class);
        StridePlace stride = keys.choice("stride", ImagenetNetwork.DEFAULT_STRIDE, StridePlace.class);
        return () -> new ImagenetNetwork(Family.RESIDUAL, depth, shortcut, stride);
    }

    private Supplier<Architecture> resnext() {
        int depth = depth();
        Layout layout = keys.choice("layout", Resnext.layout(depth), Layout.class);
        int cardinality = keys.whole("cardinality", Resnext.defaultCardinality(layout), 1);
        int groupWidth = keys.whole("group_width", Resnext.defaultGroupWidth(layout), 1);
        int width = keys.whole("output_width", Resnext.DEFAULT_WIDTH, 1);
        return () -> new Resnext(layout, depth, cardinality, groupWidth, width);
    }

    private Supplier<Architecture> densenet() {
        int depth = depth();
        Layout layout = keys.choice("layout", Densenet.layout(depth), Layout.class);
        int growth = keys.whole("growth", Densenet.defaultGrowth(layout), 1);
        return () -> new Densenet(layout, depth, growth);
    }

    private Supplier<Architecture> perceptron(Family family) {
        int depth = depth();
        int units = keys.whole("units", Perceptron.DEFAULT_WIDTH, 1);
        boolean batchNorm = keys.flag("batch_norm", Perceptron.DEFAULT_BATCH_NORM);
        return () -> new Perceptron(family, depth, units, batchNorm);
    }
}

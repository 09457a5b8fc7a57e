package org.resbench.arch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the short names of all networks but CIFAR's plain and residual ones. */
final class Names {
    /** A pattern, and what a name that matches it means.
     * @param network throws IllegalArgumentException, saying what is allowed, for a number that no network has */
    private record Form(Pattern pattern, Function<Matcher, Architecture> network) {
        Form(String pattern, Function<Matcher, Architecture> network) {
            this(Pattern.compile(pattern), network);
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("(plain-18|plain-34|resnet-18|resnet-34|resnet-50|resnet-101|resnet-152)(?:-([ABC]))?(-v1\\.5)?", Names::imagenet),
            new Form("resnet-(\\d{1,9})(?:-[ABC])?-v1\\.5", Names::stranger),
            new Form("(cifar-)?resnext-(\\d{1,9})(?:-(\\d{1,9})x(\\d{1,9})d)?(?:-w(\\d{1,9}))?", Names::resnext),
            new Form("densenet-(\\d{1,9})(?:-k(\\d{1,9}))?", Names::densenet),
            new Form("vgg-(\\d{1,9})", Names::vgg),
            new Form("alexnet", name -> new Alexnet()),
            new Form("googlenet(-2014)?(-aux)?", name -> new Googlenet(
                    name.group(1) == null ? Googlenet.Form.TORCHVISION : Googlenet.Form.PUBLISHED, name.group(2) != null)),
            new Form("(residual-)?mlp-(\\d{1,9})(?:-w(\\d{1,9}))?(-no_batch_norm)?", Names::perceptron));

    private Names() {}

    /** Empty if no network has a name of that form.
     * @throws IllegalArgumentException if the form is right and a number is not; says what is allowed */
    static Optional<Architecture> read(String name) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(name);
            if (matcher.matches()) {
                return Optional.of(form.network().apply(matcher));
            }
        }
        return Optional.empty();
    }

    private static Architecture imagenet(Matcher name) {
        String[] parts = name.group(1).split("-");
        int depth = Integer.parseInt(parts[1]);
        boolean plain = parts[0].equals("plain");
        ImagenetNetwork network = plain ? ImagenetNetwork.plain(depth) : ImagenetNetwork.resnet(depth);
        if (plain && name.group(2) != null) {
            throw new IllegalArgumentException("'" + name.group() + "': plain networks have no shortcuts; did you mean '" + network.label()
                    + "'?");
        }
        if (name.group(2) != null) {
            network = network.withShortcut(ShortcutOption.valueOf(name.group(2)));
        }
        if (name.group(3) != null && depth <= 34) {
            throw new IllegalArgumentException("'" + name.group()
                    + "': only bottlenecks have another place for their stride; did you mean '"
                    + network.label() + "'?");
        }
        return name.group(3) == null ? network : network.withStride(StridePlace.IN_3X3);
    }

    /** A stride elsewhere, and a depth that is not ImageNet's. */
    private static Architecture stranger(Matcher name) {
        NamedDepths.BOTTLENECKS.require(name.group(), number(name, 1));
        throw new IllegalStateException(name.group() + " is read by another form");
    }

    private static Architecture vgg(Matcher name) {
        NamedDepths.VGG.require(name.group(), number(name, 1));
        return new Vgg(number(name, 1));
    }

    private static Architecture resnext(Matcher name) {
        int depth = number(name, 2);
        (name.group(1) == null ? NamedDepths.RESNEXT : NamedDepths.RESNEXT_FOR_CIFAR).require(name.group(), depth);
        Resnext usual = Resnext.of(name.group(1) == null ? Resnext.layout(depth) : Layout.CIFAR, depth);
        boolean groups = name.group(3) != null;
        return new Resnext(usual.layout(), depth, groups ? number(name, 3) : usual.cardinality(),
                groups ? number(name, 4) : usual.groupWidth(),
                name.group(5) == null ? usual.width() : number(name, 5));
    }

    private static Architecture densenet(Matcher name) {
        int depth = number(name, 1);
        NamedDepths.DENSENET.require(name.group(), depth);
        Densenet usual = Densenet.of(Densenet.layout(depth), depth);
        return name.group(2) == null ? usual : new Densenet(usual.layout(), depth, number(name, 2));
    }

    private static Architecture perceptron(Matcher name) {
        (name.group(1) == null ? NamedDepths.MLP : NamedDepths.RESIDUAL_MLP).require(name.group(), number(name, 2));
        return new Perceptron(name.group(1) == null ? Family.PLAIN : Family.RESIDUAL, number(name, 2),
                name.group(3) == null ? Perceptron.DEFAULT_WIDTH : number(name, 3), name.group(4) == null);
    }

    private static int number(Matcher name, int group) {
        return Integer.parseInt(name.group(group));
    }
}

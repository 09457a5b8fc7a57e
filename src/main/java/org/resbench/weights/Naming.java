package org.resbench.weights;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose names and layouts the tensors of a file have. A table, one line for each kind of layer; what a line does not match has no name. */
public enum Naming {
    /** Ours: {@code stage1.block1.conv1/kernel}, in TensorFlow's layout. */
    RESBENCH(Layout.TENSORFLOW, List.of(new Rule("(.+)", "$1"))),
    /** PyTorch's CIFAR networks.
     * @see "github.com/akamaster/pytorch_resnet_cifar10, resnet.py" */
    PYTORCH_CIFAR(Layout.PYTORCH, List.of(
            new Rule("(conv1|bn1)", "$1"),
            new Rule("stage(\\d+)\\.block(\\d+)\\.((?:conv|bn)\\d)", "layer$1.#2.$3"),
            new Rule("stage(\\d+)\\.block(\\d+)\\.shortcut\\.conv", "layer$1.#2.shortcut.0"),
            new Rule("stage(\\d+)\\.block(\\d+)\\.shortcut\\.bn", "layer$1.#2.shortcut.1"),
            new Rule("fc", "linear"))),
    /** PyTorch's networks for ImageNet.
     * @see "github.com/pytorch/vision, torchvision/models/resnet.py" */
    TORCHVISION(Layout.PYTORCH, List.of(
            new Rule("(conv1|bn1)", "$1"),
            new Rule("stage(\\d+)\\.block(\\d+)\\.((?:conv|bn)\\d)", "layer$1.#2.$3"),
            new Rule("stage(\\d+)\\.block(\\d+)\\.shortcut\\.conv", "layer$1.#2.downsample.0"),
            new Rule("stage(\\d+)\\.block(\\d+)\\.shortcut\\.bn", "layer$1.#2.downsample.1"),
            new Rule("fc", "fc")));

    /** A layer's name here and there: {@code $n} stands for what the n-th group matched, {@code #n} for a number less one, since they count
     * blocks from zero. */
    private record Rule(Pattern ours, String theirs) {
        Rule(String ours, String theirs) {
            this(Pattern.compile(ours), theirs);
        }

        Optional<String> name(String layer) {
            Matcher matcher = ours.matcher(layer);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String name = theirs;
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String text = matcher.group(group);
                if (name.contains("#" + group)) {
                    name = name.replace("#" + group, Integer.toString(Integer.parseInt(text) - 1));
                }
                name = name.replace("$" + group, text);
            }
            return Optional.of(name);
        }
    }

    private final Layout layout;
    private final List<Rule> rules;

    Naming(Layout layout, List<Rule> rules) {
        this.layout = layout;
        this.rules = rules;
    }

    Layout layout() {
        return layout;
    }

    /** As options and files spell it: {@code pytorch-cifar}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of a variable there; empty if the table has none. */
    Optional<String> tensor(Variable variable) {
        return rules.stream().flatMap(rule -> rule.name(variable.layer()).stream()).findFirst().map(layer -> layer + kind(variable.role()));
    }

    private String kind(Variable.Role role) {
        if (layout == Layout.TENSORFLOW) {
            return "/" + role.word();
        }
        return switch (role) {
            case KERNEL, SCALE -> ".weight";
            case BIAS, OFFSET -> ".bias";
            case MOVING_MEAN -> ".running_mean";
            case MOVING_VARIANCE -> ".running_var";
        };
    }
}

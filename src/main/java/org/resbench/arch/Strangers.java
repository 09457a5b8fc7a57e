package org.resbench.arch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Well-known networks that are not here, and what is here instead. */
final class Strangers {
    private record Stranger(Pattern name, String words) {
        Stranger(String name, String words) {
            this(Pattern.compile(name, Pattern.CASE_INSENSITIVE), words);
        }
    }

    private static final List<Stranger> ALL = List.of(
            new Stranger("(wide|wrn).*", "wide residual networks (Zagoruyko and Komodakis 2016) are not; this paper's "
                    + "for CIFAR can have another base width, such as 'resnet-20-w32'"),
            new Stranger("pre-?_?(act|resnet).*|.*resnet.*pre-?_?act.*|resnet.*v2", "residual networks with activations before the weights "
                    + "(He et al. 2016) are not; this paper's have them after, such as 'resnet-110' and 'resnet-50'"),
            new Stranger("vgg.*bn", "VGG networks with batch norm are not; those that were published are, such as 'vgg-16'"),
            new Stranger("inception.*", "of the Inception networks the first is, 'googlenet' and 'googlenet-2014'"));

    private Strangers() {}

    /** Empty if the name is not one of theirs. */
    static Optional<String> words(String name) {
        return ALL.stream().filter(one -> one.name.matcher(name).matches()).map(Stranger::words).findFirst();
    }
}

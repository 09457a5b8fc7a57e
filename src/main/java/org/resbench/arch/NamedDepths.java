package org.resbench.arch;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which depths names of one kind may have, and what to say of another one: the names of the nearest that there are.
 * @param kind in words, such as {@code residual network}
 * @param series its depths for each purpose */
record NamedDepths(String kind, List<Series> series) {
    /** Depths for one purpose.
     * @param purpose such as {@code ImageNet}; empty where it goes without saying
     * @param rule the depths in words, with their source
     * @param has whether there is such a depth, from smallest to largest
     * @param name of the network of that depth */
    record Series(String purpose, String rule, int smallest, int largest, IntPredicate has, IntFunction<String> name) {
        static Series listed(String purpose, List<Integer> depths, String rule, IntFunction<String> name) {
            return new Series(purpose, Depths.words(depths) + rule, depths.get(0), depths.get(depths.size() - 1), depths::contains, name);
        }

        /** Depths of {@code step * n + rest}, n from 1. */
        static Series of(String purpose, int step, int rest, int largest, String rule, IntFunction<String> name) {
            return new Series(purpose, step + "n+" + rest + " from " + (step + rest) + " to " + largest + rule, step + rest, largest,
                    depth -> depth % step == rest % step, name);
        }

        private boolean holds(int depth) {
            return depth >= smallest && depth <= largest && has.test(depth);
        }

        /** {@code resnet-50 or resnet-101 for ImageNet}: the next below and above, one of them at the ends. */
        private String nearest(int depth) {
            IntStream below = IntStream.iterate(Math.min(depth, largest), d -> d >= smallest, d -> d - 1).filter(has).limit(1);
            IntStream above = IntStream.rangeClosed(Math.max(depth, smallest), largest).filter(has).limit(1);
            return IntStream.concat(below, above).distinct().mapToObj(name).collect(Collectors.joining(" or "))
                    + (purpose.isEmpty() ? "" : " for " + purpose);
        }
    }

    private static final String CIFAR = "CIFAR";
    private static final String IMAGENET = "ImageNet";
    private static final Series CIFAR_PLAIN = cifar(Family.PLAIN);
    private static final Series CIFAR_RESIDUAL = cifar(Family.RESIDUAL);
    private static final Series CIFAR_RESNEXT = Series.of(CIFAR, 9, 2, Resnext.LARGEST_DEPTH, " for CIFAR (Xie et al. 2016, section 5.3)",
            depth -> Resnext.of(Layout.CIFAR, depth).label());

    static final NamedDepths RESNEXT = new NamedDepths("ResNeXt", List.of(CIFAR_RESNEXT, Series.listed(IMAGENET, Resnext.IMAGENET_DEPTHS,
            " for ImageNet (section 5.1)", depth -> "resnext-" + depth)));
    static final NamedDepths RESNEXT_FOR_CIFAR = new NamedDepths("ResNeXt for CIFAR", List.of(CIFAR_RESNEXT));
    static final NamedDepths DENSENET = new NamedDepths("DenseNet", List.of(
            Series.of(CIFAR, 6, 4, Densenet.LARGEST_DEPTH, " for CIFAR (Huang et al. 2016, section 3)", depth -> "densenet-" + depth),
            Series.listed(IMAGENET, Densenet.IMAGENET_DEPTHS, " for ImageNet (table 1)", depth -> "densenet-" + depth)));
    static final NamedDepths VGG = new NamedDepths("VGG network", List.of(
            Series.listed("", Vgg.DEPTHS, " (Simonyan and Zisserman 2014, table 1)", depth -> "vgg-" + depth)));
    static final NamedDepths MLP = perceptron("mlp-");
    static final NamedDepths RESIDUAL_MLP = perceptron("residual-mlp-");
    static final NamedDepths BOTTLENECKS = new NamedDepths("residual network of bottlenecks", List.of(Series.listed("",
            List.of(50, 101, 152), ", all for ImageNet (He et al. 2015, table 1)", depth -> "resnet-" + depth + "-v1.5")));

    /** Of {@code plain-N} and {@code resnet-N}.
     * @param cifar whether {@code cifar-} stands before it */
    static NamedDepths of(Family family, boolean cifar) {
        Series small = family == Family.PLAIN ? CIFAR_PLAIN : CIFAR_RESIDUAL;
        String kind = family == Family.PLAIN ? "plain network" : "residual network";
        return cifar ? new NamedDepths(kind + " for CIFAR", List.of(small)) : new NamedDepths(kind, List.of(small, Series.listed(IMAGENET,
                ImagenetNetwork.depths(family), " for ImageNet (table 1)",
                depth -> (family == Family.PLAIN ? "plain-" : "resnet-") + depth)));
    }

    /** @throws IllegalArgumentException if no network of this kind has that depth; says what is allowed and which are nearest */
    void require(String name, int depth) {
        if (series.stream().noneMatch(one -> one.holds(depth))) {
            throw new IllegalArgumentException("'" + name + "': " + depth + " is not the depth of a " + kind + "; must be "
                    + joined(series.stream().map(Series::rule), ", or ") + "; nearest: "
                    + joined(series.stream().map(one -> one.nearest(depth)), ", "));
        }
    }

    private static String joined(Stream<String> words, String between) {
        return words.collect(Collectors.joining(between));
    }

    private static Series cifar(Family family) {
        return Series.of(CIFAR, 6, 2, CifarNetwork.LARGEST_DEPTH, " for CIFAR (He et al. 2015, section 4.2)",
                depth -> Catalogue.prefix(family, depth) + depth);
    }

    private static NamedDepths perceptron(String prefix) {
        return new NamedDepths("multilayer perceptron", List.of(Series.of("", 2, 2, Perceptron.LARGEST_DEPTH,
                ", a first layer, n blocks of two and the classifier", depth -> prefix + depth)));
    }
}

package org.resbench.arch;

import org.resbench.arch.Googlenet.Form;
import org.resbench.arch.Operation.AdaptiveAveragePool;
import org.resbench.arch.Operation.AveragePool;
import org.resbench.arch.Operation.BatchNorm;
import org.resbench.arch.Operation.Concatenate;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.Dropout;
import org.resbench.arch.Operation.GlobalAveragePool;
import org.resbench.arch.Operation.LocalResponseNorm;
import org.resbench.arch.Operation.MaxPool;
import org.resbench.arch.Operation.Relu;

/** Lays out a {@link Googlenet}.
 *
 * <p>Names: {@code conv1 bn1 relu1 pool1}, {@code conv2 conv3 pool2}, {@code inception3a.branch1.conv1 bn1 relu1},
 * {@code inception3a.branch2.conv1 conv2}, {@code inception3a.branch3.conv1 conv2}, {@code inception3a.branch4.pool conv1},
 * {@code inception3a.concatenate}, ..., {@code pool3} after 3b, {@code pool4} after 4e, {@code aux1.pool conv1 fc1 relu dropout fc2}, and
 * {@code pool dropout fc}; {@code bn} only in torchvision's form, {@code norm1 norm2} (local response norm) only in the published one.
 * Max pools keep windows that hang over the edge, as both forms do. */
final class GooglenetLayers {
    /** Section 5: "the losses of the auxiliary classifiers were weighted by 0.3". */
    private static final double AUXILIARY_WEIGHT = 0.3;
    private static final double AUXILIARY_DROPOUT = 0.7;
    /** Table 1, "dropout (40%)"; torchvision's default. */
    private static final double PUBLISHED_DROPOUT = 0.4;
    private static final double TORCHVISION_DROPOUT = 0.2;
    /** The paper names no values; those of Krizhevsky et al. 2012 as Caffe's bvlc_googlenet has them. */
    private static final LocalResponseNorm NORM = new LocalResponseNorm(5, 1e-4, 0.75, 1);

    /** A row of table 1.
     * @param direct 1x1 @param reduce3 before 3x3 @param reduce5 before 5x5 @param projected after the pool */
    private record Inception(String name, int direct, int reduce3, int wide3, int reduce5, int wide5, int projected) {}

    private static final Inception[] THREE = {new Inception("3a", 64, 96, 128, 16, 32, 32), new Inception("3b", 128, 128, 192, 32, 96, 64)};
    private static final Inception[] FOUR = {
        new Inception("4a", 192, 96, 208, 16, 48, 64), new Inception("4b", 160, 112, 224, 24, 64, 64),
        new Inception("4c", 128, 128, 256, 24, 64, 64), new Inception("4d", 112, 144, 288, 32, 64, 64),
        new Inception("4e", 256, 160, 320, 32, 128, 128)};
    private static final Inception[] FIVE = {
        new Inception("5a", 256, 160, 320, 32, 128, 128), new Inception("5b", 384, 192, 384, 48, 128, 128)};

    private final Googlenet recipe;
    private final boolean published;
    private final int classes;
    private final NetworkBuilder builder;

    GooglenetLayers(Googlenet recipe, Shape input, int classes) {
        this.recipe = recipe;
        this.published = recipe.form() == Form.PUBLISHED;
        this.classes = classes;
        this.builder = NetworkBuilder.of(recipe, input, classes);
    }

    Network network() {
        String last = modules(THREE, stem());
        last = modules(FOUR, pool("pool3", 3, last));
        last = modules(FIVE, pool("pool4", published ? 3 : 2, last));
        last = builder.add("pool", new GlobalAveragePool(), last);
        last = builder.add("dropout", new Dropout(published ? PUBLISHED_DROPOUT : TORCHVISION_DROPOUT), last);
        builder.add("fc", new Dense(classes), last);
        return builder.network();
    }

    private String stem() {
        builder.requireHalvable("conv1", Network.INPUT);
        String last = pool("pool1", 3, convolution("", "1", 7, 64, 2, Network.INPUT));
        last = published ? builder.add("norm1", NORM, last) : last;
        last = convolution("", "3", 3, 192, 1, convolution("", "2", 1, 64, 1, last));
        last = published ? builder.add("norm2", NORM, last) : last;
        return pool("pool2", 3, last);
    }

    private String modules(Inception[] modules, String input) {
        String last = input;
        for (Inception module : modules) {
            last = module(module, last);
            if (recipe.auxiliaryHeads() && module.name().equals("4a")) {
                head("aux1.", last);
            } else if (recipe.auxiliaryHeads() && module.name().equals("4d")) {
                head("aux2.", last);
            }
        }
        return last;
    }

    private String module(Inception module, String input) {
        String prefix = "inception" + module.name() + ".";
        String first = convolution(prefix + "branch1.", "1", 1, module.direct(), 1, input);
        String second = convolution(prefix + "branch2.", "2", 3, module.wide3(), 1,
                convolution(prefix + "branch2.", "1", 1, module.reduce3(), 1, input));
        String third = convolution(prefix + "branch3.", "2", published ? 5 : 3, module.wide5(), 1,
                convolution(prefix + "branch3.", "1", 1, module.reduce5(), 1, input));
        String pooled = builder.add(prefix + "branch4.pool", new MaxPool(3, 1, Padding.same(1), true), input);
        String fourth = convolution(prefix + "branch4.", "1", 1, module.projected(), 1, pooled);
        return builder.add(prefix + "concatenate", new Concatenate(), first, second, third, fourth);
    }

    /** Section 5: average pool to 4x4, 1x1 convolution of 128, 1024 units, dropout 70 %, classifier. */
    private void head(String prefix, String input) {
        String last = builder.add(prefix + "pool", published ? new AveragePool(5, 3) : new AdaptiveAveragePool(4), input);
        last = convolution(prefix, "1", 1, 128, 1, last);
        last = builder.add(prefix + "relu", new Relu(), builder.add(prefix + "fc1", new Dense(1024), last));
        last = builder.add(prefix + "dropout", new Dropout(AUXILIARY_DROPOUT), last);
        builder.addHead(builder.add(prefix + "fc2", new Dense(classes), last), AUXILIARY_WEIGHT);
    }

    private String pool(String name, int size, String input) {
        return builder.add(name, new MaxPool(size, 2, Padding.NONE, true), input);
    }

    private String convolution(String prefix, String number, int size, int filters, int stride, String input) {
        String last = builder.add(prefix + "conv" + number, new Convolution(size, filters, stride, Padding.same(size / 2), published),
                input);
        last = published ? last : builder.add(prefix + "bn" + number, new BatchNorm(), last);
        return builder.add(prefix + "relu" + number, new Relu(), last);
    }
}

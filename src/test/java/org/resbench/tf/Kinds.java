package org.resbench.tf;

import org.resbench.arch.Network;
import org.resbench.arch.NetworkBuilder;
import org.resbench.arch.Operation;
import org.resbench.arch.Operation.AdaptiveAveragePool;
import org.resbench.arch.Operation.Add;
import org.resbench.arch.Operation.AveragePool;
import org.resbench.arch.Operation.BatchNorm;
import org.resbench.arch.Operation.Concatenate;
import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.Dropout;
import org.resbench.arch.Operation.LocalResponseNorm;
import org.resbench.arch.Operation.MaxPool;
import org.resbench.arch.Operation.Relu;
import org.resbench.arch.Padding;
import org.resbench.arch.Shape;

/** Small networks that together have every kind of layer. What pools read is of both signs, so that padding with zeros would be seen. */
final class Kinds {
    private Kinds() {}

    /** Groups, biases, local response norm, concatenation, dropout, an auxiliary head. */
    static Network branches(Shape input, int classes) {
        NetworkBuilder builder = new NetworkBuilder("branches", input, classes);
        String stem = add(builder, "stem", new Convolution(3, 8, 1, Padding.same(1), true), Network.INPUT);
        String small = add(builder, "max", new MaxPool(3, 2, Padding.same(1), false), stem);
        String grouped = add(builder, "grouped", new Convolution(3, 12, 1, Padding.same(1), true, 4), small);
        String norm = add(builder, "norm", new LocalResponseNorm(5, 0.5, 0.75, 2), grouped);
        String around = add(builder, "around", new MaxPool(3, 1, Padding.same(1), true), small);
        String all = add(builder, "all", new Concatenate(), norm, around, small);
        String early = add(builder, "early_fc", new Dense(classes), add(builder, "early", new AdaptiveAveragePool(1), all));
        builder.addHead(early, 0.3);
        String grid = add(builder, "grid", new AdaptiveAveragePool(3), all);
        add(builder, "fc", new Dense(classes), add(builder, "dropout", new Dropout(0.5), grid));
        return builder.network();
    }

    /** Last windows that hang over the edge, windows that leave rows out, a grid finer than the map. */
    static Network pools(Shape input, int classes) {
        NetworkBuilder builder = new NetworkBuilder("pools", input, classes);
        String stem = add(builder, "stem", new Convolution(1, 6, 1, Padding.NONE, false), Network.INPUT);
        String hanging = add(builder, "hanging", new MaxPool(2, 2, Padding.NONE, true), stem);
        String padded = add(builder, "padded", new MaxPool(3, 3, Padding.same(1), true), stem);
        String mean = add(builder, "mean", new AveragePool(2, 2), hanging);
        String same = add(builder, "same", new AdaptiveAveragePool(4), padded);
        String finer = add(builder, "finer", new AdaptiveAveragePool(4), mean);
        add(builder, "fc", new Dense(classes), add(builder, "both", new Concatenate(), same, finer));
        return builder.network();
    }

    /** Batch norm and addition of vectors. */
    static Network vectors(Shape input, int classes) {
        NetworkBuilder builder = new NetworkBuilder("vectors", input, classes);
        String first = add(builder, "relu1", new Relu(),
                add(builder, "bn1", new BatchNorm(), add(builder, "fc1", new Dense(6), Network.INPUT)));
        String second = add(builder, "bn2", new BatchNorm(), add(builder, "fc2", new Dense(6), first));
        add(builder, "fc", new Dense(classes), add(builder, "add", new Add(), second, first));
        return builder.network();
    }

    private static String add(NetworkBuilder builder, String name, Operation operation, String... inputs) {
        return builder.add(name, operation, inputs);
    }
}

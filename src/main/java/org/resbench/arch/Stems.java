package org.resbench.arch;

import org.resbench.arch.Operation.Convolution;
import org.resbench.arch.Operation.MaxPool;

/** First layers of residual networks. */
final class Stems {
    private Stems() {}

    /** He et al. 2015, table 1: 7x7 of stride 2, batch norm, ReLU, 3x3 max pool of stride 2; both pad both sides alike. */
    static String imagenet(NetworkBuilder builder, Blocks blocks, int filters) {
        String first = blocks.relu("relu1", blocks.convolution("", "1", new Convolution(7, filters, 2, Padding.same(3), false),
                Network.INPUT));
        builder.requireHalvable("maxpool", first);
        return builder.add("maxpool", new MaxPool(3, 2, Padding.same(1), false), first);
    }

    /** 3x3 of stride 1, batch norm, ReLU. */
    static String cifar(Blocks blocks, int filters) {
        return blocks.relu("relu1", blocks.convolution("", "1", new Convolution(3, filters, 1, Padding.same(1), false), Network.INPUT));
    }
}

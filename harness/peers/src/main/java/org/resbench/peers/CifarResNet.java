package org.resbench.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.List;

/** The residual networks of He et al. 2015, section 4.2, option A, as DJL blocks (NCHW): what {@code resnet-20} is in Resbench. */
final class CifarResNet {
    private static final int WIDTH = 16;
    private static final int CLASSES = 10;
    private static final float EPSILON = 1e-5f;
    private static final float BATCH_NORM_MOMENTUM = 0.9f;

    private CifarResNet() {}

    /** @param depth 6n+2 */
    static Block ofDepth(int depth) {
        SequentialBlock network = new SequentialBlock();
        convolution(network, WIDTH, 1).add(Activation.reluBlock());
        for (int stage = 0; stage < 3; stage++) {
            for (int block = 0; block < (depth - 2) / 6; block++) {
                boolean widens = stage > 0 && block == 0;
                network.add(new ParallelBlock(branches -> new NDList(branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow())),
                        List.of(branch(WIDTH << stage, widens ? 2 : 1), widens ? optionA() : Blocks.identityBlock())));
                network.add(Activation.reluBlock());
            }
        }
        return network.add(Pool.globalAvgPool2dBlock()).add(Blocks.batchFlattenBlock()).add(Linear.builder().setUnits(CLASSES).build());
    }

    private static Block branch(int filters, int stride) {
        SequentialBlock branch = convolution(new SequentialBlock(), filters, stride).add(Activation.reluBlock());
        return convolution(branch, filters, 1);
    }

    private static SequentialBlock convolution(SequentialBlock before, int filters, int stride) {
        return before.add(Conv2d.builder().setKernelShape(new Shape(3, 3)).optStride(new Shape(stride, stride)).optPadding(new Shape(1, 1))
                        .optBias(false).setFilters(filters).build())
                .add(BatchNorm.builder().optEpsilon(EPSILON).optMomentum(BATCH_NORM_MOMENTUM).build());
    }

    /** Every second pixel, and as many zero channels as there are channels. */
    private static Block optionA() {
        return new LambdaBlock(inputs -> {
            NDArray taken = inputs.singletonOrThrow().get(new NDIndex(":, :, ::2, ::2"));
            return new NDList(NDArrays.concat(new NDList(taken, taken.zerosLike()), 1));
        }, "optionA");
    }
}

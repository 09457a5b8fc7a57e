package org.resbench.tf;

import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.proto.RewriterConfig.NumIterationsType;
import org.tensorflow.proto.RewriterConfig.Toggle;

/** What TensorFlow may rewrite of a graph before it first runs it. Of its passes only one makes the graphs of this package faster: the
 * remapper joins a convolution with the batch norm and ReLU after it in testing, which saves a tenth of the time. All others leave training
 * and testing as they were, to the last bit, and take most of the first step of a deep network. docs/performance.md has the numbers. */
final class GraphRewriting {
    /** Networks of more layers than this are not rewritten at all: the remapper looks at every node of their training graph in vain, for
     * many seconds. ResNet-152 has half as many layers, ResNet-1202 four times as many. */
    static final int DEEP = 1000;

    private GraphRewriting() {}

    /** @param layers of the network, whatever they compute */
    static GraphOptions of(int layers) {
        return layers > DEEP ? none() : remapperOnly();
    }

    private static GraphOptions none() {
        return GraphOptions.newBuilder().setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true))
                .setOptimizerOptions(OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0)).build();
    }

    private static GraphOptions remapperOnly() {
        return GraphOptions.newBuilder().setRewriteOptions(RewriterConfig.newBuilder()
                .setMetaOptimizerIterations(NumIterationsType.ONE)
                .setMemoryOptimization(RewriterConfig.MemOptType.NO_MEM_OPT)
                .setLayoutOptimizer(Toggle.OFF).setConstantFolding(Toggle.OFF).setArithmeticOptimization(Toggle.OFF)
                .setCommonSubgraphElimination(Toggle.OFF).setDependencyOptimization(Toggle.OFF).setLoopOptimization(Toggle.OFF)
                .setFunctionOptimization(Toggle.OFF).setShapeOptimization(Toggle.OFF).setImplementationSelector(Toggle.OFF)
                .setScopedAllocatorOptimization(Toggle.OFF).setDisableTfgOptimizer(true)).build();
    }
}

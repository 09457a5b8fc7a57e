package org.resbench.arch.counting;

import org.resbench.arch.Operation;

/** Counts as fvcore 0.1.5 does with its default handles, in evaluation mode.
 * @see "facebookresearch/fvcore, fvcore/nn/jit_handles.py (conv_flop_count, addmm_flop_jit, batchnorm_flop_jit, elementwise_flop_counter);
 *     jit_analysis.py, _IGNORED_OPS: relu, cat, dropout, slice, constant_pad_nd" */
record Fvcore(Convention.Shapes shapes) implements Operation.Reader<Long> {
    /** "Computation for addition and bias is ignored". */
    @Override public Long convolution(Operation.Convolution convolution) {
        return new MultiplyAdds(shapes).convolution(convolution);
    }

    @Override public Long dense(Operation.Dense dense) {
        return new MultiplyAdds(shapes).dense(dense);
    }

    /** In evaluation 2 for each value, with scale and offset. */
    @Override public Long batchNorm(Operation.BatchNorm batchNorm) {
        return 2 * shapes.input().elements();
    }

    @Override public Long globalAveragePool(Operation.GlobalAveragePool pool) {
        return shapes.input().elements();
    }

    @Override public Long adaptiveAveragePool(Operation.AdaptiveAveragePool pool) {
        return shapes.input().elements();
    }

    @Override public Long relu(Operation.Relu relu) {
        return ignored();
    }

    @Override public Long concatenate(Operation.Concatenate concatenate) {
        return ignored();
    }

    @Override public Long dropout(Operation.Dropout dropout) {
        return ignored();
    }

    @Override public Long paddedShortcut(Operation.PaddedShortcut shortcut) {
        return ignored();
    }

    @Override public Long add(Operation.Add add) {
        return unsupported();
    }

    @Override public Long maxPool(Operation.MaxPool pool) {
        return unsupported();
    }

    @Override public Long averagePool(Operation.AveragePool pool) {
        return unsupported();
    }

    /** PyTorch composes it of others, and which of them fvcore sees depends on PyTorch's version. */
    @Override public Long localResponseNorm(Operation.LocalResponseNorm norm) {
        throw new UnsupportedOperationException("local response norm");
    }

    /** On fvcore's list of what is "truly 0 flops". */
    private static Long ignored() {
        return 0L;
    }

    /** Not in fvcore's total, which warns of it. */
    private static Long unsupported() {
        return 0L;
    }
}

package org.resbench.arch.counting;

import org.resbench.arch.Operation;

/** Multiply-adds of convolutions only. */
record Convolutions(Convention.Shapes shapes) implements KernelReader<Long> {
    @Override public Long convolution(Operation.Convolution convolution) {
        return new MultiplyAdds(shapes).convolution(convolution);
    }

    @Override public Long dense(Operation.Dense dense) {
        return 0L;
    }

    @Override public Long withoutKernel() {
        return 0L;
    }
}

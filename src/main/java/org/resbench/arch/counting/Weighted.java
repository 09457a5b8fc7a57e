package org.resbench.arch.counting;

import org.resbench.arch.Operation;

/** Whether an operation counts as a weighted layer: it has a kernel. Batch norm's scale and offset do not make it one. */
record Weighted() implements KernelReader<Boolean> {
    @Override public Boolean convolution(Operation.Convolution convolution) {
        return true;
    }

    @Override public Boolean dense(Operation.Dense dense) {
        return true;
    }

    @Override public Boolean withoutKernel() {
        return false;
    }
}

package org.resbench.arch.counting;

import org.resbench.arch.Operation;
import org.resbench.arch.Shape;

/** Counts what one operation trains when it reads a map of that shape: kernels and biases, scale and offset of batch norm. */
record Parameters(Shape input) implements KernelReader<Long> {

    /** Kernel {@code [size, size, cIn / groups, filters]}; 3x3, 16 to 16: 2,304. */
    @Override public Long convolution(Operation.Convolution convolution) {
        long kernel = (long) convolution.size() * convolution.size() * (input.channels() / convolution.groups()) * convolution.filters();
        return kernel + (convolution.bias() ? convolution.filters() : 0);
    }

    /** Scale and offset of each channel. The moving mean and variance are not trained. */
    @Override public Long batchNorm(Operation.BatchNorm batchNorm) {
        return 2L * input.channels();
    }

    /** Kernel {@code [elements, units]} and one bias a unit; 64 to 10: 650. */
    @Override public Long dense(Operation.Dense dense) {
        return (input.elements() + 1) * dense.units();
    }

    @Override public Long withoutKernel() {
        return 0L;
    }
}

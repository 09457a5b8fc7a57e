package org.resbench.arch.counting;

import org.resbench.arch.Operation;

/** A reader for which all operations without a kernel are alike. A new kind of operation stays a compile error in each such reader,
 * until it is said here or there what it is. */
public interface KernelReader<R> extends Operation.Reader<R> {
    /** The answer for every operation but convolutions and fully connected layers. */
    R withoutKernel();

    @Override default R batchNorm(Operation.BatchNorm batchNorm) {
        return withoutKernel();
    }

    @Override default R relu(Operation.Relu relu) {
        return withoutKernel();
    }

    @Override default R add(Operation.Add add) {
        return withoutKernel();
    }

    @Override default R paddedShortcut(Operation.PaddedShortcut shortcut) {
        return withoutKernel();
    }

    @Override default R globalAveragePool(Operation.GlobalAveragePool pool) {
        return withoutKernel();
    }

    @Override default R maxPool(Operation.MaxPool pool) {
        return withoutKernel();
    }

    @Override default R averagePool(Operation.AveragePool pool) {
        return withoutKernel();
    }

    @Override default R adaptiveAveragePool(Operation.AdaptiveAveragePool pool) {
        return withoutKernel();
    }

    @Override default R concatenate(Operation.Concatenate concatenate) {
        return withoutKernel();
    }

    @Override default R localResponseNorm(Operation.LocalResponseNorm norm) {
        return withoutKernel();
    }

    @Override default R dropout(Operation.Dropout dropout) {
        return withoutKernel();
    }
}

package org.resbench.arch;

/** Whether an operation counts as a weighted layer: it has a kernel. Batch norm's scale and offset do not make it one. */
record Weighted() implements Operation.Reader<Boolean> {
    @Override public Boolean convolution(Operation.Convolution convolution) {
        return true;
    }

    @Override public Boolean batchNorm(Operation.BatchNorm batchNorm) {
        return false;
    }

    @Override public Boolean relu(Operation.Relu relu) {
        return false;
    }

    @Override public Boolean add(Operation.Add add) {
        return false;
    }

    @Override public Boolean paddedShortcut(Operation.PaddedShortcut shortcut) {
        return false;
    }

    @Override public Boolean globalAveragePool(Operation.GlobalAveragePool pool) {
        return false;
    }

    @Override public Boolean dense(Operation.Dense dense) {
        return true;
    }
}

package org.resbench.cli;

import org.resbench.arch.Operation;
import org.resbench.arch.Padding;

/** Says in a few words what a layer computes. */
final class OperationWords implements Operation.Reader<String> {
    /** {@code 3x3 convolution, 32 filters, stride 2}; padding is told where it differs between sides. */
    @Override public String convolution(Operation.Convolution convolution) {
        Padding padding = convolution.padding();
        boolean even = padding.equals(Padding.same(padding.top()));
        return convolution.size() + "x" + convolution.size() + " convolution, " + convolution.filters() + " filters"
                + (convolution.stride() == 1 ? "" : ", stride " + convolution.stride())
                + (even ? "" : ", padding " + padding.top() + "," + padding.bottom() + " " + padding.left() + "," + padding.right())
                + (convolution.groups() == 1 ? "" : ", " + convolution.groups() + " groups")
                + (convolution.bias() ? ", bias" : "");
    }

    @Override public String batchNorm(Operation.BatchNorm batchNorm) {
        return "batch norm";
    }

    @Override public String relu(Operation.Relu relu) {
        return "ReLU";
    }

    @Override public String add(Operation.Add add) {
        return "add";
    }

    @Override public String paddedShortcut(Operation.PaddedShortcut shortcut) {
        String zeros = shortcut.channelsBefore() == 0 ? shortcut.channelsAfter() + " zero channels after"
                : shortcut.channelsBefore() + " zero channels before, " + shortcut.channelsAfter() + " after";
        return "shortcut" + (shortcut.stride() == 1 ? "" : ", stride " + shortcut.stride()) + ", " + zeros;
    }

    @Override public String globalAveragePool(Operation.GlobalAveragePool pool) {
        return "global average pool";
    }

    @Override public String dense(Operation.Dense dense) {
        return "fully connected, " + dense.units();
    }

    @Override public String maxPool(Operation.MaxPool pool) {
        return pool.size() + "x" + pool.size() + " max pool" + (pool.stride() == 1 ? "" : ", stride " + pool.stride());
    }

    @Override public String averagePool(Operation.AveragePool pool) {
        return pool.size() + "x" + pool.size() + " average pool" + (pool.stride() == 1 ? "" : ", stride " + pool.stride());
    }

    @Override public String adaptiveAveragePool(Operation.AdaptiveAveragePool pool) {
        return "average pool to " + pool.size() + "x" + pool.size();
    }

    @Override public String concatenate(Operation.Concatenate concatenate) {
        return "concatenate";
    }

    @Override public String localResponseNorm(Operation.LocalResponseNorm norm) {
        return "local response norm over " + norm.size() + " channels";
    }

    @Override public String dropout(Operation.Dropout dropout) {
        return "dropout " + Math.round(100 * dropout.rate()) + " %";
    }
}

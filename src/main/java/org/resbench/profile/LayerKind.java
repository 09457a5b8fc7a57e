package org.resbench.profile;

import org.resbench.arch.Operation;
import org.resbench.tf.StepTrace.Phase;

/** The kind of what runs for a layer in one phase of a step.
 * @param phase anything but an update, which is no layer's */
record LayerKind(Phase phase) implements Operation.Reader<Kind> {
    @Override public Kind convolution(Operation.Convolution convolution) {
        return switch (phase) {
            case GRADIENTS_TO_INPUTS -> Kind.CONVOLUTION_INPUTS;
            case GRADIENTS_TO_PARAMETERS -> Kind.CONVOLUTION_FILTERS;
            case FORWARD, UPDATE, UNKNOWN -> Kind.CONVOLUTION;
        };
    }

    @Override public Kind batchNorm(Operation.BatchNorm batchNorm) {
        return phase == Phase.FORWARD ? Kind.BATCH_NORM : Kind.BATCH_NORM_GRADIENT;
    }

    @Override public Kind relu(Operation.Relu relu) {
        return phase == Phase.FORWARD ? Kind.RELU : Kind.RELU_GRADIENT;
    }

    @Override public Kind add(Operation.Add add) {
        return Kind.ADDITION;
    }

    @Override public Kind paddedShortcut(Operation.PaddedShortcut shortcut) {
        return Kind.ADDITION;
    }

    @Override public Kind globalAveragePool(Operation.GlobalAveragePool pool) {
        return Kind.POOLING;
    }

    @Override public Kind dense(Operation.Dense dense) {
        return Kind.FULLY_CONNECTED;
    }

    @Override public Kind maxPool(Operation.MaxPool pool) {
        return Kind.POOLING;
    }

    @Override public Kind averagePool(Operation.AveragePool pool) {
        return Kind.POOLING;
    }

    @Override public Kind adaptiveAveragePool(Operation.AdaptiveAveragePool pool) {
        return Kind.POOLING;
    }

    @Override public Kind concatenate(Operation.Concatenate concatenate) {
        return Kind.CONCATENATION;
    }

    @Override public Kind localResponseNorm(Operation.LocalResponseNorm norm) {
        return Kind.LOCAL_RESPONSE_NORM;
    }

    @Override public Kind dropout(Operation.Dropout dropout) {
        return Kind.DROPOUT;
    }
}

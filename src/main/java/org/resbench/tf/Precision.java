package org.resbench.tf;

import org.tensorflow.proto.DataType;

/** What numbers training computes with. Variables, their gradients when they are applied, batch norm's statistics and the loss are float32
 * in both.
 * @see "Micikevicius et al. 2018, Mixed Precision Training, arXiv 1710.03740: a float32 master copy of the weights (3.1), loss scaling
 *     (3.2)" */
public enum Precision {
    FLOAT32(DataType.DT_FLOAT),
    /** float16 between the image and the global pool, with a {@link LossScale}. */
    MIXED(DataType.DT_HALF);

    private final DataType computed;

    Precision(DataType computed) {
        this.computed = computed;
    }

    /** Type of what lies between the convolutions. */
    DataType computed() {
        return computed;
    }
}

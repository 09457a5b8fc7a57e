package org.resbench.tf;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/** What to compute on. {@code AUTO}: the first GPU if TensorFlow sees one, else the CPU. */
public enum Device {
    AUTO, CPU, GPU;

    /** {@link #configuration()}, with what TensorFlow may rewrite of the network's graph.
     * @param layers of the network */
    ConfigProto configuration(int layers) {
        return configuration().toBuilder().setGraphOptions(GraphRewriting.of(layers)).build();
    }

    /** Session settings. With {@code CPU} TensorFlow is told that it has no GPU, so that no operation can land on one. GPU memory is taken
     * as it is needed, which leaves room for another process. */
    ConfigProto configuration() {
        ConfigProto.Builder builder = ConfigProto.newBuilder();
        if (this == CPU) {
            builder.putDeviceCount("GPU", 0);
        } else {
            builder.setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
        }
        return builder.build();
    }
}

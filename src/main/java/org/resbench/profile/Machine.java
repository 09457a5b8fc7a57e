package org.resbench.profile;

import org.resbench.tf.Device;
import org.resbench.tf.MatrixProduct;
import org.resbench.tf.MemoryCopy;

/** What a step is held against, in the same process. */
public interface Machine extends AutoCloseable {
    /** Makes a large matrix product once. */
    void product();

    long productMultiplyAdds();

    /** Copies a large array once. */
    void copy();

    /** Read and written. */
    long copyBytes();

    @Override void close();

    /** By TensorFlow, on a device. */
    static Machine of(Device device) {
        MatrixProduct product = new MatrixProduct(device);
        MemoryCopy copy = new MemoryCopy(device);
        return new Machine() {
            @Override public void product() {
                product.run();
            }

            @Override public long productMultiplyAdds() {
                return MatrixProduct.multiplyAdds();
            }

            @Override public void copy() {
                copy.run();
            }

            @Override public long copyBytes() {
                return MemoryCopy.bytes();
            }

            @Override public void close() {
                product.close();
                copy.close();
            }
        };
    }
}

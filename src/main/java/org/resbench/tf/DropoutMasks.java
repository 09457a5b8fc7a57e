package org.resbench.tf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.ndarray.Shape;

/** Which values dropout keeps. A pure function of (seed, iteration, part of the batch, layer): a key for each forward pass comes from Java,
 * is fed, and TensorFlow's counter-based generator (Philox) spreads it over the values of each layer, on every device alike.
 * @see "Salmon et al. 2011, Parallel Random Numbers: As Easy as 1, 2, 3" */
final class DropoutMasks {
    private final OpMaker ops;
    private final Output<?> key;
    private boolean used;

    DropoutMasks(OpMaker ops) {
        this.ops = ops;
        key = ops.op("PlaceholderWithDefault", "dropout_key").addInput(ops.scalar(0L)).setAttr("shape", Shape.scalar()).build().output(0);
    }

    /** Where the key of a forward pass enters, a scalar int64; 0 if it is not fed. */
    Output<?> key() {
        return key;
    }

    /** Whether any layer drops values, so that a key is needed. */
    boolean used() {
        return used;
    }

    /** Zeros with that probability, else {@code 1 / (1 - rate)}, in the input's shape. */
    Output<?> mask(String name, String layer, double rate, Output<?> input) {
        used = true;
        Output<?> seed = ops.op("Pack", name + "/seed").addInputList(new Output<?>[] {key, ops.scalar(hash("dropout|" + layer))}).build()
                .output(0);
        Output<?> shape = ops.unary("Shape", name + "/shape", input);
        Output<?> uniform = ops.op("StatelessRandomUniform", name + "/uniform").addInput(shape).addInput(seed)
                .setAttr("dtype", DataType.DT_FLOAT).build().output(0);
        Output<?> kept = ops.unary("GreaterEqual", name + "/kept", uniform, ops.scalar((float) rate));
        Output<?> ones = ops.op("Cast", name + "/ones").addInput(kept).setAttr("DstT", DataType.DT_FLOAT).build().output(0);
        return ops.unary("Mul", name, ones, ops.scalar((float) (1 / (1 - rate))));
    }

    /** The key of one forward pass. */
    static long key(long seed, long iteration, int part) {
        return hash(seed + "|dropout|" + iteration + "|" + part);
    }

    private static long hash(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

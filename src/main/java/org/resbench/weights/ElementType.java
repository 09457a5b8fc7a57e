package org.resbench.weights;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Types of a tensor's elements, by the names that safetensors gives them. Little endian.
 * @see "huggingface/safetensors, safetensors/src/tensor.rs: Dtype" */
public enum ElementType {
    BOOL(1), U8(1), I8(1), F8_E5M2(1), F8_E4M3(1), I16(2), U16(2), F16(2), BF16(2), I32(4), U32(4), F32(4), I64(8), U64(8), F64(8), C64(8);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Size of one element. */
    public int bytes() {
        return bytes;
    }

    /** Whether weights can be read from it: {@code F16, BF16, F32, F64}. */
    public boolean isWeight() {
        return this == F16 || this == BF16 || this == F32 || this == F64;
    }

    /** The next element as float32; F64 is rounded.
     * @param little a buffer in little endian order
     * @throws IllegalStateException unless {@link #isWeight} */
    float next(ByteBuffer little) {
        return switch (this) {
            case F32 -> little.getFloat();
            case F64 -> (float) little.getDouble();
            case BF16 -> Float.intBitsToFloat(little.getShort() << 16);
            case F16 -> half(little.getShort());
            case BOOL, U8, I8, F8_E5M2, F8_E4M3, I16, U16, I32, U32, I64, U64, C64 ->
                    throw new IllegalStateException(this + " holds no weights");
        };
    }

    /** IEEE 754 binary16. Java 20 has a method for it, Java 17 has none. */
    private static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        int widened = exponent == 0x1f ? 0xff : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
    }

    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}

package org.resbench.tf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Values to start training from. Each variable has a generator of its own, seeded by (seed, "weights", its name), so that its values
 * depend neither on TensorFlow nor on the other layers.
 * Kernels are normal with mean zero and the variance of the scheme; scales and variances are one, everything else is zero.
 * @see "He et al. 2015b, arXiv 1502.01852, eq. 10 and 14; Glorot and Bengio 2010" */
public final class InitialWeights {
    /** Variance: 2/fan_in, 2/fan_out, 2/(fan_in + fan_out). */
    public enum Scheme { HE_NORMAL, HE_FAN_OUT, GLOROT_NORMAL }

    private static final int BLOCK = 65_537;

    private InitialWeights() {}

    /** @param shapes of every variable, by name, as {@link TrainableNetwork#shapes} gives them */
    public static Map<String, float[]> of(Map<String, long[]> shapes, Scheme scheme, long seed) {
        Map<String, float[]> values = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> values.put(name, of(name, shape, scheme, seed)));
        return values;
    }

    /** Values as good as those of {@link #of} to measure times with, and drawn many times faster: kernels repeat {@value #BLOCK} normal
     * values. Not for training. */
    public static Map<String, float[]> repeating(Map<String, long[]> shapes) {
        Random random = new Random(BLOCK);
        float[] block = new float[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (float) random.nextGaussian();
        }
        Map<String, float[]> values = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            boolean kernel = name.endsWith("/kernel");
            float[] variable = kernel ? new float[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))]
                    : of(name, shape, Scheme.HE_NORMAL, 0);
            float deviation = kernel ? (float) Math.sqrt(variance(shape, Scheme.HE_NORMAL)) : 0;
            for (int i = 0; kernel && i < variable.length; i++) {
                variable[i] = deviation * block[i % BLOCK];
            }
            values.put(name, variable);
        });
        return values;
    }

    private static float[] of(String name, long[] shape, Scheme scheme, long seed) {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        float[] values = new float[Math.toIntExact(size)];
        if (name.endsWith("/scale") || name.endsWith("/moving_variance")) {
            Arrays.fill(values, 1);
        } else if (name.endsWith("/kernel")) {
            double deviation = Math.sqrt(variance(shape, scheme));
            Random random = new Random(seedOf(seed, name));
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (deviation * random.nextGaussian());
            }
        }
        return values;
    }

    /** Kernels are {@code [kh, kw, cIn, cOut]} or {@code [features, units]}. */
    static double variance(long[] shape, Scheme scheme) {
        long field = shape.length == 4 ? shape[0] * shape[1] : 1;
        double fanIn = field * shape[shape.length - 2];
        double fanOut = field * shape[shape.length - 1];
        return switch (scheme) {
            case HE_NORMAL -> 2 / fanIn;
            case HE_FAN_OUT -> 2 / fanOut;
            case GLOROT_NORMAL -> 2 / (fanIn + fanOut);
        };
    }

    private static long seedOf(long seed, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((seed + "|weights|" + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package org.resbench.tf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.resbench.weights.SafetensorsFile;
import org.resbench.weights.SafetensorsWriter;
import org.resbench.weights.Tensor;
import org.resbench.weights.WeightsException;

/** Variables in one safetensors file, with text beside them in {@code __metadata__} and the SHA-256 of all values
 * ({@link SafetensorsFile#DATA_SHA256}), so that a byte that flipped on the disk is noticed before training goes on from it.
 * @param variables row-major values by name, one-dimensional in the file */
public record Checkpoint(Map<String, float[]> variables, Map<String, String> metadata) {

    /** @throws IOException if the file cannot be written; an older file of this name is then still whole */
    public void write(Path file) throws IOException {
        Map<String, Tensor> tensors = new TreeMap<>();
        variables.forEach((name, values) -> tensors.put(name, Tensor.vector(values)));
        Map<String, String> text = new TreeMap<>(metadata);
        text.put(SafetensorsFile.DATA_SHA256, sha256(variables));
        SafetensorsWriter.write(file, tensors, text);
    }

    /** @throws IOException if the file cannot be read, is cut short, holds other values than were written, or is no checkpoint */
    public static Checkpoint read(Path file) throws IOException {
        try {
            SafetensorsFile stored = SafetensorsFile.open(file);
            Map<String, float[]> variables = new TreeMap<>();
            stored.tensors().keySet().forEach(name -> variables.put(name, stored.read(name)));
            Map<String, String> metadata = new TreeMap<>(stored.metadata());
            String written = metadata.remove(SafetensorsFile.DATA_SHA256);
            if (written != null && !written.equals(sha256(variables))) {
                throw new IOException(SafetensorsFile.changed(file));
            }
            return new Checkpoint(variables, metadata);
        } catch (WeightsException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** SHA-256 (hex) over all values, float32 little endian, in name order. */
    public static String sha256(Map<String, float[]> variables) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(variables).values().forEach(values -> digest.update(bytes(values)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ByteBuffer bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }
}

package org.resbench.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Writes float32 tensors as a safetensors file. Equal contents make equal bytes: tensors and texts stand in name order, and the header is
 * padded with spaces so that the data begin at a multiple of eight, as the reference implementation does. */
public final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;
    private static final int CHUNK_VALUES = 1 << 18;

    private SafetensorsWriter() {}

    /** Writes a temporary file beside the target, syncs it and renames it.
     * @throws IOException if it cannot be written; an older file of this name is then still whole
     * @throws IllegalArgumentException if a tensor is named {@code __metadata__} */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        Map<String, Tensor> sorted = new TreeMap<>(tensors);
        byte[] header = header(sorted, new TreeMap<>(metadata));
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                all(channel, ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).flip());
                all(channel, ByteBuffer.wrap(header));
                for (Tensor tensor : sorted.values()) {
                    values(channel, tensor.values());
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            throw e;
        }
    }

    private static byte[] header(Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode header = json.createObjectNode();
        if (!metadata.isEmpty()) {
            metadata.forEach(header.putObject(SafetensorsHeader.METADATA)::put);
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            if (entry.getKey().equals(SafetensorsHeader.METADATA)) {
                throw new IllegalArgumentException("a tensor cannot be named " + SafetensorsHeader.METADATA);
            }
            ObjectNode tensor = header.putObject(entry.getKey()).put("dtype", ElementType.F32.name());
            ArrayNode shape = tensor.putArray("shape");
            entry.getValue().shape().forEach(shape::add);
            long end = offset + (long) Float.BYTES * entry.getValue().values().length;
            tensor.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] text = json.writeValueAsBytes(header);
        byte[] padded = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static void values(FileChannel channel, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * Math.min(CHUNK_VALUES, values.length)).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK_VALUES) {
            int count = Math.min(CHUNK_VALUES, values.length - from);
            bytes.clear().limit(Float.BYTES * count);
            bytes.asFloatBuffer().put(values, from, count);
            all(channel, bytes);
        }
    }

    private static void all(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void deleteQuietly(Path file, IOException because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}

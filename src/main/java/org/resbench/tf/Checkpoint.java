package org.resbench.tf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Variables in one file, in the safetensors format (a JSON header of names, types and offsets, then little-endian float32 data), with
 * text beside them in {@code __metadata__}. Written to a temporary file that is synced and renamed.
 * @param variables row-major values by name, one-dimensional in the file
 * @see "huggingface/safetensors, README, section Format" */
public record Checkpoint(Map<String, float[]> variables, Map<String, String> metadata) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_HEADER = 100_000_000;

    /** @throws IOException if the file cannot be written; an older file of this name is then still whole */
    public void write(Path file) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        metadata.forEach(header.putObject("__metadata__")::put);
        long offset = 0;
        Map<String, float[]> sorted = new TreeMap<>(variables);
        for (Map.Entry<String, float[]> entry : sorted.entrySet()) {
            ObjectNode tensor = header.putObject(entry.getKey());
            tensor.put("dtype", "F32").putArray("shape").add(entry.getValue().length);
            long end = offset + 4L * entry.getValue().length;
            tensor.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] text = JSON.writeValueAsBytes(header);
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            write(temporary, text, sorted);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // On a full disk its half would keep the next file from being written.
            deleteQuietly(temporary, e);
            throw e;
        }
    }

    private static void write(Path temporary, byte[] text, Map<String, float[]> sorted) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(channel, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).flip());
            writeAll(channel, ByteBuffer.wrap(text));
            for (float[] values : sorted.values()) {
                writeAll(channel, bytes(values));
            }
            channel.force(true);
        }
    }

    private static void deleteQuietly(Path file, IOException because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** @throws IOException if the file cannot be read, is cut short, or is no checkpoint */
    public static Checkpoint read(Path file) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (content.remaining() < 8) {
            throw new IOException(file + ": cut short: no header");
        }
        long length = content.getLong();
        if (length < 2 || length > LARGEST_HEADER || length > content.remaining()) {
            throw new IOException(file + ": cut short or no checkpoint: header of " + length + " bytes");
        }
        byte[] text = new byte[(int) length];
        content.get(text);
        JsonNode header = JSON.readTree(new String(text, StandardCharsets.UTF_8));
        ByteBuffer data = content.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, float[]> variables = new TreeMap<>();
        Map<String, String> metadata = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (entry.getKey().equals("__metadata__")) {
                entry.getValue().properties().forEach(pair -> metadata.put(pair.getKey(), pair.getValue().asText()));
                continue;
            }
            long from = entry.getValue().path("data_offsets").path(0).asLong(-1);
            long to = entry.getValue().path("data_offsets").path(1).asLong(-1);
            if (from < 0 || to < from || to > data.capacity() || (to - from) % 4 != 0) {
                throw new IOException(file + ": cut short or damaged: '" + entry.getKey() + "' lies at " + from + " to " + to + " of "
                        + data.capacity() + " bytes");
            }
            float[] values = new float[(int) ((to - from) / 4)];
            data.position((int) from);
            data.asFloatBuffer().get(values);
            variables.put(entry.getKey(), values);
        }
        return new Checkpoint(variables, metadata);
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
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}

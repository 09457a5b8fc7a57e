package org.resbench.weights;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A safetensors file whose header has been read and checked: every tensor lies within the file, takes as many bytes as its shape and type
 * say, overlaps no other, and no byte is left over. Tensors are read when asked for. What is allocated is never more than the file is long.
 * @see "huggingface/safetensors, README, section Format; safetensors/src/tensor.rs: read_metadata, validate" */
public final class SafetensorsFile {
    /** Key in {@code __metadata__} of files that Resbench wrote: SHA-256 (hex) over all bytes after the header. */
    public static final String DATA_SHA256 = "data_sha256";
    /** The reference implementation's limit. */
    static final int LARGEST_HEADER = 100_000_000;
    private static final int LENGTH_BYTES = 8;
    private static final int CHUNK = 1 << 20;

    private final Path path;
    private final SafetensorsHeader header;
    private final long dataStart;

    private SafetensorsFile(Path path, SafetensorsHeader header, long dataStart) {
        this.path = path;
        this.header = header;
        this.dataStart = dataStart;
    }

    /** Reads and checks the header.
     * @throws WeightsException if the file is missing, unreadable, cut short or no safetensors file */
    public static SafetensorsFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw new WeightsException(path + ": is a folder, not a file of weights; give a .safetensors file, or a run with --run");
        }
        try (FileChannel channel = FileChannel.open(path)) {
            long bytes = channel.size();
            if (bytes < LENGTH_BYTES) {
                throw new WeightsException("has " + bytes + " bytes; a safetensors file has " + LENGTH_BYTES + " at least");
            }
            long length = read(channel, 0, LENGTH_BYTES).getLong();
            if (length < 0 || length > LARGEST_HEADER) {
                throw new WeightsException("claims a header of " + Long.toUnsignedString(length) + " bytes; must be at most "
                        + LARGEST_HEADER
                        + ", so this is no safetensors file");
            }
            if (length > bytes - LENGTH_BYTES) {
                throw new WeightsException("is cut short: its header should have " + length + " bytes, but only " + (bytes - LENGTH_BYTES)
                        + " follow");
            }
            byte[] text = read(channel, LENGTH_BYTES, (int) length).array();
            if (length == 0 || text[0] != '{') {
                throw new WeightsException("its header does not begin with '{', so this is no safetensors file");
            }
            SafetensorsHeader header = SafetensorsHeader.read(new ByteArrayInputStream(text));
            check(header, bytes - LENGTH_BYTES - length);
            return new SafetensorsFile(path, header, LENGTH_BYTES + length);
        } catch (WeightsException e) {
            throw new WeightsException(path + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static void check(SafetensorsHeader header, long dataBytes) {
        List<TensorEntry> inOrder = header.tensors().values().stream()
                .sorted(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end)).toList();
        long next = 0;
        String before = "the header";
        for (TensorEntry tensor : inOrder) {
            String at = "'" + tensor.name() + "' lies at bytes " + tensor.begin() + " to " + tensor.end();
            if (tensor.end() < tensor.begin()) {
                throw new WeightsException(at + ", which ends before it begins");
            }
            if (tensor.end() > dataBytes) {
                throw new WeightsException(at + ", but only " + dataBytes + " follow the header: the file is cut short or damaged");
            }
            if (tensor.end() - tensor.begin() != bytes(tensor)) {
                throw new WeightsException(at + ", but a " + tensor.type() + " tensor of shape " + tensor.shape() + " takes "
                        + bytes(tensor) + " bytes");
            }
            if (tensor.begin() != next) {
                throw new WeightsException(at + (tensor.begin() < next ? " and overlaps " + before : ", which leaves a hole after "
                        + before)
                        + "; it must begin at " + next);
            }
            next = tensor.end();
            before = "'" + tensor.name() + "'";
        }
        if (next != dataBytes) {
            throw new WeightsException((dataBytes - next) + " bytes at its end belong to no tensor");
        }
    }

    private static long bytes(TensorEntry tensor) {
        try {
            return Math.multiplyExact(tensor.shape().stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact),
                    (long) tensor.type().bytes());
        } catch (ArithmeticException e) {
            throw new WeightsException("'" + tensor.name() + "' claims the shape " + tensor.shape() + ", which no file can hold", e);
        }
    }

    public Path path() {
        return path;
    }

    /** What {@code __metadata__} says; empty if there is none. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** All tensors by name, in the header's order. */
    public Map<String, TensorEntry> tensors() {
        return header.tensors();
    }

    /** A tensor's values, row-major; F16, BF16 and F64 become float32.
     * @throws WeightsException if its type holds no weights, it is too large for an array, or the file cannot be read
     * @throws IllegalArgumentException if there is no such tensor */
    public float[] read(String name) {
        TensorEntry tensor = tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(path + " has no tensor '" + name + "'");
        }
        if (!tensor.type().isWeight()) {
            throw new WeightsException(path + ": '" + name + "' is " + tensor.type() + "; weights must be F32, F16, BF16 or F64");
        }
        if (tensor.size() > Integer.MAX_VALUE - 8) {
            throw new WeightsException(path + ": '" + name + "' has " + tensor.size() + " elements, more than fit into an array");
        }
        float[] values = new float[(int) tensor.size()];
        try (FileChannel channel = FileChannel.open(path)) {
            int done = 0;
            for (long at = tensor.begin(); at < tensor.end(); at += CHUNK) {
                ByteBuffer bytes = read(channel, dataStart + at, (int) Math.min(CHUNK, tensor.end() - at));
                while (bytes.hasRemaining()) {
                    values[done++] = tensor.type().next(bytes);
                }
            }
            return values;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Whether the values are those that were written: true too for a file that does not say what was.
     * @throws WeightsException if the file cannot be read */
    public boolean isUnchanged() {
        String written = metadata().get(DATA_SHA256);
        return written == null || written.equals(dataSha256());
    }

    /** What to tell of a file whose values are not those that were written. */
    public static String changed(Path file) {
        return file + ": its values were changed or damaged after they were written (they do not have the SHA-256 of its header)";
    }

    private String dataSha256() {
        try (FileChannel channel = FileChannel.open(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long end = channel.size();
            for (long at = dataStart; at < end; at += CHUNK) {
                digest.update(read(channel, at, (int) Math.min(CHUNK, end - at)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    private static WeightsException unreadable(Path path, IOException e) {
        if (!Files.exists(path)) {
            return new WeightsException(path + ": no such file; give a file of weights in the safetensors format", e);
        }
        return new WeightsException(path + ": cannot be read ("
                + (e instanceof AccessDeniedException ? "permission denied" : e.getMessage()) + ")", e);
    }
}

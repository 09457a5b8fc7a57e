package org.resbench.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.tensorflow.proto.Event;

/** Reads TensorBoard's event files by their published format: uint64 length, its masked crc32c, the Event message, its masked crc32c, all
 * little endian.
 * @see "TensorFlow, tensorflow/core/lib/io/record_writer.h; 'TFRecord and tf.train.Example', section TFRecords format details" */
final class TensorBoardFile {
    private TensorBoardFile() {}

    static List<Event> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int at = bytes.position();
            int length = Math.toIntExact(bytes.getLong());
            require(bytes.getInt() == masked(bytes, at, 8), file + ": checksum of the length at " + at);
            byte[] message = new byte[length];
            bytes.get(message);
            require(bytes.getInt() == masked(bytes, at + 12, length), file + ": checksum of the message at " + at);
            events.add(Event.parseFrom(message));
        }
        return events;
    }

    private static void require(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException(what + " does not fit");
        }
    }

    /** {@code ((crc >> 15) | (crc << 17)) + 0xa282ead8}. */
    private static int masked(ByteBuffer bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), from, length);
        int value = (int) crc.getValue();
        return (value >>> 15 | value << 17) + 0xa282ead8;
    }
}

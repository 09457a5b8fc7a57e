package org.resbench.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** events.jsonl opened for appending. A line ends with its line feed: text after the last one was torn by a crash, is ignored by
 * readers and cut off by the next writer. */
final class EventLog implements AutoCloseable {
    /** Bytes looked at for the last line, more if it is longer: some ten lines. */
    private static final int TAIL = 1 << 12;

    private final Path file;
    private final FileChannel channel;

    private EventLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static EventLog open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (Files.isRegularFile(file)) {
                channel.truncate(wholeLines(Files.readAllBytes(file)));
            }
            channel.position(channel.size());
            return new EventLog(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Hands one line to the operating system, so that it outlives this process; all but the frequent kinds also go to the disk. */
    void append(Event event) throws IOException {
        byte[] line = (Json.line(event) + "\n").getBytes(StandardCharsets.UTF_8);
        long before = channel.position();
        try {
            DurableFile.writeAll(channel, ByteBuffer.wrap(line));
        } catch (IOException e) {
            cutTo(before, e);
            throw e;
        }
        switch (event.kind()) {
            case "step", "layer_gradient_norms" -> { }
            default -> channel.force(false);
        }
    }

    @Override public void close() throws IOException {
        channel.close();
    }

    /** Whole lines, oldest first; none if there is no file.
     * @throws RunException naming the line, if a whole line is no event */
    static List<Event> read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw DurableFile.cannotRead(file, e);
        }
        String text = new String(bytes, 0, wholeLines(bytes), StandardCharsets.UTF_8);
        List<Event> events = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            try {
                events.add(Json.read(line, Event.class));
            } catch (JsonProcessingException e) {
                throw RunFiles.damaged(file, e, number);
            }
            number++;
        }
        return List.copyOf(events);
    }

    /** The last whole line, without reading those before it; empty if there is none.
     * @throws RunException if it is no event */
    static Optional<Event> last(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long from = size;
            while (true) {
                from = Math.max(0, Math.min(from - TAIL, size - 2 * (size - from)));
                byte[] tail = bytes(channel, from, size);
                int end = wholeLines(tail);
                int begin = end == 0 ? 0 : wholeLines(Arrays.copyOf(tail, end - 1));
                if (begin > 0 || from == 0) {
                    return end == 0 ? Optional.empty()
                            : Optional.of(Json.read(new String(tail, begin, end - begin, StandardCharsets.UTF_8), Event.class));
                }
            }
        } catch (JsonProcessingException e) {
            throw RunFiles.damaged(file, e);
        } catch (IOException e) {
            throw DurableFile.cannotRead(file, e);
        }
    }

    private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, from + bytes.position());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    static boolean isTorn(Path file) {
        try {
            byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            return wholeLines(bytes) < bytes.length;
        } catch (IOException e) {
            return false;
        }
    }

    private static int wholeLines(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    private void cutTo(long length, IOException because) {
        try {
            channel.truncate(length);
            channel.position(length);
        } catch (IOException e) {
            because.addSuppressed(new IOException(file + ": the torn line stays; the next writer cuts it", e));
        }
    }
}

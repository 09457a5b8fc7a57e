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
import java.util.List;

/** events.jsonl opened for appending. A line ends with its line feed: text after the last one was torn by a crash, is ignored by
 * readers and cut off by the next writer. */
final class EventLog implements AutoCloseable {
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

package org.resbench.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.resbench.data.Progress;

/** Copies a file from the web to disk and goes on where an earlier attempt stopped, if the server can do that. What has come stays in the
 * file when it fails.
 * @param url http or https
 * @param attempts in a row without a single new byte before it gives up; a host that was never found is tried once
 * @param pauseMilliseconds after the first of them; then twice as long each time
 * @see "RFC 9110, section 14: range requests" */
record Download(String url, String what, int attempts, long pauseMilliseconds, Progress progress) {
    private static final int CONNECT_MILLISECONDS = 20_000;
    /** Without a byte for so long, a connection counts as broken. */
    private static final int STALL_MILLISECONDS = 30_000;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int TOO_MANY_REQUESTS = 429;

    /** The file could not be written; not the network's fault. */
    static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1L;

        Unwritable(IOException cause) {
            super(cause);
        }

        @Override public synchronized IOException getCause() {
            return (IOException) super.getCause();
        }
    }

    /** The server said no; asking again would not help. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** @throws Unwritable if the disk refuses
     * @throws IOException with words for the user if the file cannot be had */
    void to(Path file) throws IOException {
        try {
            long atStart = size(file);
            for (int failures = 0;;) {
                long before = size(file);
                try {
                    attempt(file, before);
                    return;
                } catch (Unwritable | Refused e) {
                    throw e;
                } catch (IOException e) {
                    failures = size(file) > before ? 1 : failures + 1;
                    boolean offline = e instanceof UnknownHostException && size(file) == atStart;
                    if (offline || failures >= attempts) {
                        throw new IOException(words(e), e);
                    }
                    pause(pauseMilliseconds << failures - 1);
                }
            }
        } finally {
            progress.end();
        }
    }

    private static void pause(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static String words(IOException e) {
        if (e instanceof UnknownHostException) {
            return "host " + e.getMessage() + " is not known (is there a network?)";
        }
        if (e instanceof SocketTimeoutException) {
            return "no answer within " + STALL_MILLISECONDS / 1000 + " seconds";
        }
        return e instanceof ConnectException ? "no connection: " + e.getMessage() : "the connection broke: " + e.getMessage();
    }

    private void attempt(Path file, long have) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        try {
            connection.setConnectTimeout(CONNECT_MILLISECONDS);
            connection.setReadTimeout(STALL_MILLISECONDS);
            if (have > 0) {
                connection.setRequestProperty("Range", "bytes=" + have + "-");
            }
            int status = connection.getResponseCode();
            String range = connection.getHeaderField("Content-Range");
            if (status == HttpURLConnection.HTTP_PARTIAL && range != null && range.startsWith("bytes " + have + "-")) {
                receive(connection, file, have);
            } else if (status == HttpURLConnection.HTTP_OK) {
                receive(connection, file, 0);
            } else if (status == RANGE_NOT_SATISFIABLE && ("bytes */" + have).equals(range)) {
                return;
            } else if (have > 0 && (status == HttpURLConnection.HTTP_PARTIAL || status == RANGE_NOT_SATISFIABLE)) {
                Files.delete(file);
                throw new IOException("the server has no part from byte " + have);
            } else if (status >= 500 || status == TOO_MANY_REQUESTS) {
                throw new IOException("the server answered HTTP " + status);
            } else {
                throw new Refused("the server answered HTTP " + status
                        + (status == HttpURLConnection.HTTP_NOT_FOUND ? " (not found)" : ""));
            }
        } finally {
            connection.disconnect();
        }
    }

    private void receive(HttpURLConnection connection, Path file, long from) throws IOException {
        long length = connection.getContentLengthLong();
        try (InputStream in = connection.getInputStream(); OutputStream out = open(file, from > 0)) {
            progress.begin(what, from, length < 0 ? 0 : from + length, Progress.Unit.BYTES);
            byte[] buffer = new byte[1 << 16];
            long done = from;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                write(out, buffer, read);
                done += read;
                progress.at(done);
            }
            if (length >= 0 && done < from + length) {
                throw new IOException("ended at byte " + done + " of " + (from + length));
            }
        }
    }

    private static OutputStream open(Path file, boolean append) throws Unwritable {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) throws Unwritable {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }
}

package org.resbench.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server with one file that can be told to behave badly. */
final class ArchiveServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    /** {@code Range} headers in the order of requests, "" where there was none. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    byte[] file;
    boolean ranges = true;
    /** How many answers break off after half of what they announced. */
    volatile int breaks;
    volatile int status;

    private final HttpServer server;

    ArchiveServer(byte[] file) throws IOException {
        this.file = file;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/archive.tar.gz";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Range");
        asked.add(header == null ? "" : header);
        if (status != 0) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        Matcher range = RANGE.matcher(header == null ? "" : header);
        int from = ranges && range.matches() ? Integer.parseInt(range.group(1)) : 0;
        if (from > 0 && from >= file.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + file.length);
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        int length = file.length - from;
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, length);
        OutputStream out = exchange.getResponseBody();
        boolean broken = breaks-- > 0;
        out.write(file, from, broken ? length / 2 : length);
        out.flush();
        exchange.close();
    }

    @Override public void close() {
        server.stop(0);
    }
}

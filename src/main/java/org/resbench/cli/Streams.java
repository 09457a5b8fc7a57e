package org.resbench.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;

/** Standard output and standard error: UTF-8 whatever the locale, since files of it would otherwise depend on who wrote them. */
final class Streams {
    /** Number of the descriptor that is the user's standard error; set by the launcher when native code's goes through a filter. */
    static final String STDERR_PROPERTY = "resbench.stderr";
    /** Whether standard error is a terminal whose lines may be redrawn; set by the launcher. */
    static final String LIVE_PROPERTY = "resbench.live";

    private Streams() {}

    static PrintStream standardOutput() {
        return utf8(FileDescriptor.out);
    }

    static PrintStream standardError() {
        return utf8(descriptor(Integer.getInteger(STDERR_PROPERTY, 2)));
    }

    static boolean live() {
        return Boolean.getBoolean(LIVE_PROPERTY);
    }

    /** Java has no other way to a descriptor by number that keeps its offset; the launcher opens the package for it. */
    private static FileDescriptor descriptor(int number) {
        if (number == 2) {
            return FileDescriptor.err;
        }
        try {
            Constructor<FileDescriptor> byNumber = FileDescriptor.class.getDeclaredConstructor(int.class);
            byNumber.setAccessible(true);
            return byNumber.newInstance(number);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return FileDescriptor.err;
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

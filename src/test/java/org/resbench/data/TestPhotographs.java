package org.resbench.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The 10,000 test photographs as a data set, which takes a fraction of the time that all 60,000 take. */
public final class TestPhotographs {
    public static final String NAME = "photographs";

    private TestPhotographs() {}

    /** Imports them as {@value #NAME}; its training part are a hundred others. Skips the test, aloud, where there is no archive.
     * @param folder of the data sets; what is there already is used again */
    public static DataHome home(String test, Path folder) throws IOException {
        Path archive = Photographs.archive(test);
        DataHome home = new DataHome(folder.resolve("data"));
        if (!Files.exists(folder.resolve("data").resolve(NAME))) {
            Path few = folder.resolve("few.tar");
            copy(archive, few);
            new DataImport(home, Progress.NONE).run(few, NAME);
        }
        return home;
    }

    private static void copy(Path archive, Path few) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream in = new TarArchiveInputStream(new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16));
                OutputStream raw = new BufferedOutputStream(Files.newOutputStream(few));
                TarArchiveOutputStream out = new TarArchiveOutputStream(raw)) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isFile() && entry.getName().matches("(.*/)?(test/.*|train/[a-z]+/000.\\.jpg)")) {
                    byte[] bytes = in.readAllBytes();
                    TarArchiveEntry kept = new TarArchiveEntry(entry.getName());
                    kept.setSize(bytes.length);
                    out.putArchiveEntry(kept);
                    out.write(bytes);
                    out.closeArchiveEntry();
                }
            }
        }
    }
}

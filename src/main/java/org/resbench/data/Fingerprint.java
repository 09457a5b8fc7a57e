package org.resbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over what is in memory: for each text or number its length or value first, so that no two contents read alike. */
public final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(List<String> classes, Images training, Images test) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(classes.size());
        for (String label : classes) {
            byte[] text = label.getBytes(StandardCharsets.UTF_8);
            fingerprint.add(text.length);
            fingerprint.digest.update(text);
        }
        fingerprint.add(training);
        fingerprint.add(test);
        return "sha256:" + HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    /** SHA-256 of a file, in hexadecimal digits, as {@code sha256sum} prints it. */
    public static String of(Path file) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                fingerprint.digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(Images images) {
        add(images.count());
        add(images.height());
        add(images.width());
        for (int label : images.labels()) {
            add(label);
        }
        digest.update(images.pixels());
    }

    private void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}

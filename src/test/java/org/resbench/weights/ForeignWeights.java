package org.resbench.weights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Weights that somebody else trained, for tests against another framework: {@code -Dresbench.weights=DIR}, else the environment's
 * RESBENCH_WEIGHTS, else {@code ../shared/weights} (akamaster/pytorch_resnet_cifar10, BSD-2-Clause, as safetensors). */
public final class ForeignWeights {
    public static final String PROPERTY = "resbench.weights";
    public static final String VARIABLE = "RESBENCH_WEIGHTS";

    private ForeignWeights() {}

    /** Skips the test, aloud, where there is no such file. */
    public static Path file(String name, String test) {
        Path file = Optional.ofNullable(System.getProperty(PROPERTY)).or(() -> Optional.ofNullable(System.getenv(VARIABLE))).map(Path::of)
                .orElse(Path.of("..", "shared", "weights")).resolve(name).toAbsolutePath().normalize();
        String reason = "SKIPPED: " + test + ", because " + file + " is missing; -D" + PROPERTY + "=DIR or "
                + VARIABLE + " names another place";
        if (!Files.isRegularFile(file)) {
            System.err.println(reason);
        }
        Assumptions.assumeTrue(Files.isRegularFile(file), reason);
        return file;
    }
}

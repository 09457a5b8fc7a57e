package org.resbench.gate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.resbench.runs.Json;

/** A baseline as a JSON file. Its {@code content_sha256} is the SHA-256 of the rest as one line with sorted keys: it tells an edited
 * file from one as it was made. It is no signature; who wants to deceive can compute it anew. */
public final class BaselineFile {
    private static final String HASH = "content_sha256";
    private static final String REMEDY = "; bring the file back from version control, or make it anew with 'resbench baseline'";

    private BaselineFile() {}

    static Baseline sealed(Baseline baseline) {
        return baseline.withContentSha256(digest((ObjectNode) Json.tree(baseline)));
    }

    /** Replaces the file, whole or not at all. */
    public static void write(Baseline baseline, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".baseline", ".part");
        try {
            Files.writeString(temporary, Json.pretty(baseline));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** @throws GateException if the file is absent, no baseline, of another schema, or was changed by hand */
    public static Baseline read(Path file) {
        try {
            JsonNode tree = Json.readTree(Files.readString(file));
            if (!(tree instanceof ObjectNode content) || !tree.path(HASH).isTextual() || !tree.path("schema").isInt()) {
                throw new GateException(file + ": is no baseline; 'resbench baseline RUNS --out FILE' makes one");
            }
            if (tree.path("schema").intValue() != Baseline.SCHEMA) {
                throw new GateException(file + ": schema " + tree.path("schema") + " cannot be read, only " + Baseline.SCHEMA
                        + "; use the version of resbench that made it, or make it anew with 'resbench baseline'");
            }
            if (!digest(content).equals(tree.path(HASH).textValue())) {
                throw new GateException(file + ": its content does not fit its " + HASH + ": it was changed by hand or damaged" + REMEDY);
            }
            return Json.read(content.toString(), Baseline.class);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new GateException(file + (at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr())
                    + ": is no baseline: damaged JSON" + REMEDY, e);
        } catch (NoSuchFileException e) {
            throw new GateException(file + ": no such file; 'resbench baseline RUNS --out " + file + "' makes it", e);
        } catch (IOException e) {
            throw new GateException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static String digest(ObjectNode content) {
        ObjectNode rest = content.deepCopy();
        rest.remove(HASH);
        try {
            byte[] bytes = Json.canonical(rest).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

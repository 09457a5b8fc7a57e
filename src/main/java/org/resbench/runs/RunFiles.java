package org.resbench.runs;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of the files in a run folder, and reading them with messages that name file, line, column and key. */
final class RunFiles {
    static final String MANIFEST = "manifest.json";
    static final String EVENTS = "events.jsonl";
    static final String RESULT = "result.json";
    static final String PREDICTIONS = "predictions.csv";
    static final String CHECKPOINTS = "checkpoints";

    private RunFiles() {}

    /** Whether a run was ever in that folder, its manifest lost or not. */
    static boolean isRun(Path folder) {
        return Stream.of(MANIFEST, EVENTS, RESULT).anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** Every file of weights among the checkpoints, sorted; none if there is no such folder. */
    static List<Path> checkpoints(Path folder) {
        Path checkpoints = folder.resolve(CHECKPOINTS);
        if (!Files.isDirectory(checkpoints)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".safetensors")).sorted().toList();
        } catch (IOException e) {
            throw DurableFile.cannotRead(checkpoints, e);
        }
    }

    static Manifest manifest(Path folder) {
        return read(folder.resolve(MANIFEST), Manifest.class, Manifest.SCHEMA);
    }

    static RunResult result(Path folder) {
        return read(folder.resolve(RESULT), RunResult.class, RunResult.SCHEMA);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw DurableFile.cannotRead(file, e);
        }
    }

    /** The file as it is on disk, unknown keys included. */
    static JsonNode tree(Path file) {
        try {
            return Json.readTree(text(file));
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        }
    }

    private static <T> T read(Path file, Class<T> type, int schema) {
        String text = text(file);
        try {
            requireSchema(file, Json.readTree(text).path("schema"), schema);
            return Json.read(text, type);
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        }
    }

    private static void requireSchema(Path file, JsonNode found, int schema) {
        if (!found.isInt()) {
            throw new RunException(file + ": schema: missing; this is no file of a resbench run");
        }
        if (found.intValue() != schema) {
            String made = found.intValue() > schema ? "a newer resbench wrote it; use that version"
                    : "an older resbench wrote it; rerun the trial";
            throw new RunException(file + ": schema: " + found.intValue() + " cannot be read, only " + schema + "; " + made);
        }
    }

    static RunException damaged(Path file, JsonProcessingException why) {
        return damaged(file, why, 0);
    }

    /** @param linesBefore lines of the file before the text that was parsed */
    static RunException damaged(Path file, JsonProcessingException why, int linesBefore) {
        JsonLocation at = why.getLocation();
        String place = at == null || at.getLineNr() < 1 ? "" : ":" + (linesBefore + at.getLineNr()) + ":" + at.getColumnNr();
        String path = why instanceof JsonMappingException mapping ? path(mapping) : "";
        return new RunException(file + place + ": " + path + firstLine(why)
                + "; restore the file, or delete the folder and run the trial again", why);
    }

    private static String path(JsonMappingException why) {
        String path = why.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".")).replace(".[", "[");
        return path.isEmpty() ? "" : path + ": ";
    }

    /** Jackson names Java classes; the reader of a message knows files and keys. */
    private static String firstLine(JsonProcessingException why) {
        Throwable root = why;
        while (root.getCause() != null && !(root instanceof IllegalArgumentException)) {
            root = root.getCause();
        }
        String message = root instanceof IllegalArgumentException ? root.getMessage() : why.getOriginalMessage();
        return message.lines().findFirst().orElse("").replaceAll("`?(?:[a-z]+\\.)+[A-Z][A-Za-z$]*`?", "value");
    }
}

package org.resbench.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for shared libraries where Linux's loader does: LD_LIBRARY_PATH, then ldconfig's cache, then the standard folders.
 * @param libraryPath folders of LD_LIBRARY_PATH
 * @param cache ldconfig's: file name to path
 * @param standard folders that are searched last */
record SharedLibraries(List<Path> libraryPath, Map<String, Path> cache, List<Path> standard) {
    private static final List<Path> STANDARD = List.of(Path.of("/lib64"), Path.of("/usr/lib64"), Path.of("/lib"), Path.of("/usr/lib"));
    /** {@code libcudart.so.12 (libc6,x86-64) => /usr/local/cuda/lib64/libcudart.so.12}, as ldconfig of glibc 2.36 prints it. */
    private static final Pattern CACHE_LINE = Pattern.compile("\\s*(\\S+) \\(([^)]*)\\) => (\\S.*)");

    SharedLibraries {
        libraryPath = List.copyOf(libraryPath);
        cache = Map.copyOf(cache);
        standard = List.copyOf(standard);
    }

    static SharedLibraries ofThisMachine() {
        String path = System.getenv().getOrDefault("LD_LIBRARY_PATH", "");
        List<Path> folders = Arrays.stream(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank()).map(Path::of).toList();
        return new SharedLibraries(folders, parseCache(ldconfig(), System.getProperty("os.arch", "")), STANDARD);
    }

    /** Where the loader would find it; empty if it would not. */
    Optional<Path> find(String fileName) {
        return in(libraryPath, fileName).or(() -> Optional.ofNullable(cache.get(fileName)).filter(Files::exists))
                .or(() -> in(standard, fileName));
    }

    /** Why the loader will not open this file, in its own words; empty if it does. The library stays loaded. */
    static Optional<String> failureToLoad(Path file) {
        try {
            System.load(file.toAbsolutePath().toString());
            return Optional.empty();
        } catch (UnsatisfiedLinkError e) {
            return Optional.of(String.valueOf(e.getMessage()).replaceFirst("^(\\Q" + file.toAbsolutePath() + "\\E: )+", ""));
        }
    }

    /** Where {@link #find} looks, in that order, in words. */
    String searched() {
        String path = libraryPath.isEmpty() ? "LD_LIBRARY_PATH is not set" : "LD_LIBRARY_PATH: " + libraryPath.stream()
                .map(folder -> folder + (Files.isDirectory(folder) ? "" : " (no such folder)")).collect(Collectors.joining(", "));
        return path + "; the " + cache.size() + " libraries that 'ldconfig -p' lists; "
                + standard.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** @param ldconfigOutput of {@code ldconfig -p}
     * @param architecture of the JVM as in {@code os.arch}; libraries of others, such as 32-bit ones, cannot be loaded and are left out */
    static Map<String, Path> parseCache(String ldconfigOutput, String architecture) {
        String label = architecture.equals("aarch64") ? "AArch64" : "x86-64";
        Map<String, Path> found = new LinkedHashMap<>();
        ldconfigOutput.lines().map(CACHE_LINE::matcher).filter(Matcher::matches).filter(line -> line.group(2).contains(label))
                .forEach(line -> found.putIfAbsent(line.group(1), Path.of(line.group(3))));
        return found;
    }

    private static Optional<Path> in(List<Path> folders, String fileName) {
        return folders.stream().map(folder -> folder.resolve(fileName)).filter(Files::exists).findFirst();
    }

    /** {@code /sbin} is not on every user's path. */
    private static String ldconfig() {
        for (String program : List.of("ldconfig", "/sbin/ldconfig", "/usr/sbin/ldconfig")) {
            try {
                Process process = new ProcessBuilder(program, "-p").redirectError(ProcessBuilder.Redirect.DISCARD).start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() == 0) {
                    return output;
                }
            } catch (IOException e) {
                // Not there under this name.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        }
        return "";
    }
}

package org.resbench.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TensorFlow's native libraries, told by the names of their jars or files; loads nothing. */
final class Natives {
    private static final Pattern JAR = Pattern.compile("tensorflow-core-native-[0-9][^-]*(?:-(?:rc|SNAPSHOT)[^-]*)?-(.+)\\.jar");

    /** What {@code harness/resbench} was asked for: cpu or gpu. */
    private static final String ASKED = "resbench.natives";
    private static final String LIBRARY = "libtensorflow_cc.so.2";

    private Natives() {}

    /** Those of this JVM. */
    static List<String> here() {
        List<String> natives = new ArrayList<>(onClassPath(System.getProperty("java.class.path", "")));
        natives.addAll(inFolders(System.getProperty("java.library.path", ""), "gpu".equals(System.getProperty(ASKED))));
        return natives;
    }

    /** Whether they can use a GPU, if there is one. */
    static boolean forGpus() {
        return here().stream().anyMatch(natives -> natives.contains("-gpu"));
    }

    /** Unpacked ones, as {@code linux-x86_64-gpu in /opt/natives}.
     * @param gpu whether they were chosen for a GPU, which files do not tell */
    static List<String> inFolders(String libraryPath, boolean gpu) {
        return Arrays.stream(libraryPath.split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .filter(folder -> Files.exists(Path.of(folder, LIBRARY)))
                .map(folder -> (gpu ? "linux-x86_64-gpu" : "linux") + " in " + folder).distinct().toList();
    }

    /** Classifiers such as {@code linux-x86_64} or {@code linux-x86_64-gpu}; more than one is a mistake, none means that nothing can
     * train. */
    static List<String> onClassPath(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator)).map(entry -> Path.of(entry).getFileName()).filter(name -> name != null)
                .map(name -> JAR.matcher(name.toString())).filter(Matcher::matches).map(match -> match.group(1)).distinct().toList();
    }
}

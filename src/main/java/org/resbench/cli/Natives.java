package org.resbench.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TensorFlow's native libraries on a class path, told by the names of their jars; loads nothing. */
final class Natives {
    private static final Pattern JAR = Pattern.compile("tensorflow-core-native-[0-9][^-]*(?:-(?:rc|SNAPSHOT)[^-]*)?-(.+)\\.jar");

    private Natives() {}

    /** Classifiers such as {@code linux-x86_64} or {@code linux-x86_64-gpu}; more than one is a mistake, none means that nothing can train. */
    static List<String> onClassPath(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator)).map(entry -> Path.of(entry).getFileName()).filter(name -> name != null)
                .map(name -> JAR.matcher(name.toString())).filter(Matcher::matches).map(match -> match.group(1)).distinct().toList();
    }
}

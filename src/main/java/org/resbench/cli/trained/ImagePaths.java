package org.resbench.cli.trained;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The image files that a user means: files as named, folders by what is in them.
 * @param passedOver files in folders whose names are not those of images */
public record ImagePaths(List<Path> files, int passedOver) {
    private static final Set<String> ENDINGS = Arrays.stream(ImageIO.getReaderFileSuffixes()).map(ending -> ending.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** Files of folders, and of folders in them, in name order; hidden ones are left out. */
    public static ImagePaths of(List<Path> named) {
        List<Path> files = new ArrayList<>();
        int passedOver = 0;
        for (Path path : named) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> all = Files.walk(path)) {
                List<Path> inside = all.filter(Files::isRegularFile).filter(file -> !hidden(path.relativize(file))).sorted().toList();
                inside.stream().filter(ImagePaths::isImage).forEach(files::add);
                passedOver += (int) inside.stream().filter(file -> !isImage(file)).count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ImagePaths(files, passedOver);
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.contains(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}

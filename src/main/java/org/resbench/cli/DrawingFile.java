package org.resbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.resbench.data.Refusal;
import org.resbench.report.charts.Drawings;
import org.resbench.report.charts.Picture;
import org.resbench.report.documents.SvgDocument;

/** Where {@code --draw} puts a drawing: a file whose ending says the format, or a folder that gets both.
 * @throws UserError if the ending is of another format */
record DrawingFile(Path place) {
    private static final String SVG = ".svg";
    private static final String PNG = ".png";

    DrawingFile {
        String name = name(place);
        if (!Files.isDirectory(place) && name.lastIndexOf('.') > 0 && !name.endsWith(SVG) && !name.endsWith(PNG)) {
            throw new UserError("--draw: '" + place + "' must end in .svg or .png, or be a folder, which gets both");
        }
    }

    /** Replaces what is there.
     * @return the files
     * @throws UserError if they cannot be written: exit code 1 */
    List<Path> write(Picture picture) {
        String name = name(place);
        boolean folder = Files.isDirectory(place) || !name.endsWith(SVG) && !name.endsWith(PNG);
        List<Path> files = folder ? List.of(place.resolve(picture.id() + SVG), place.resolve(picture.id() + PNG)) : List.of(place);
        try {
            Path parent = files.get(0).toAbsolutePath().getParent();
            Files.createDirectories(parent);
            for (Path file : files) {
                Files.write(file, name(file).endsWith(SVG)
                        ? SvgDocument.of(Drawings.svg(picture)).getBytes(StandardCharsets.UTF_8) : Drawings.png(picture));
            }
        } catch (IOException e) {
            throw new UserError("--draw " + place + ": cannot be written (" + Refusal.words(e)
                    + "); name another file or folder with --draw", ExitCode.FAILED);
        }
        return files;
    }

    private static String name(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}

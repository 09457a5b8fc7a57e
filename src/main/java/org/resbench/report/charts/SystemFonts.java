package org.resbench.report.charts;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Java needs some font of the system before it can use any other: where fontconfig finds none, as in slim containers, it fails with a
 * NullPointerException (JDK-8304054). Then a font configuration names the bundled font as every logical font.
 * @see "docs.oracle.com/javase/8/docs/technotes/guides/intl/fontconfig.html: the format of the configuration" */
final class SystemFonts {
    /** Names the configuration file; read when Java's font system starts, again after it failed to. */
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    private SystemFonts() {}

    /** Whether text can be measured in Java's own logical font. */
    static boolean work() {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return g.getFontMetrics(new Font(Font.DIALOG, Font.PLAIN, 12)).stringWidth("x") > 0;
        } catch (Error | NullPointerException e) {
            return false;
        } finally {
            g.dispose();
        }
    }

    /** Lets the bundled font stand in for the fonts that the system lacks. */
    static void standIn() {
        try (InputStream font = Fonts.Face.REGULAR.open()) {
            Path folder = Files.createTempDirectory("resbench-fonts");
            Path file = folder.resolve("regular.ttf");
            Files.copy(font, file, StandardCopyOption.REPLACE_EXISTING);
            Path configuration = folder.resolve("fontconfig.properties");
            Files.write(configuration, lines(file));
            List.of(folder, file, configuration).forEach(path -> path.toFile().deleteOnExit());
            System.setProperty(CONFIGURATION, configuration.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("fonts could not be written to " + System.getProperty("java.io.tmpdir")
                    + "; make it writable, or install a font (on Debian: fonts-dejavu-core)", e);
        }
    }

    private static List<String> lines(Path font) {
        List<String> lines = new ArrayList<>(List.of("version=1", "sequence.allfonts=latin-1"));
        for (String logical : List.of("dialog", "sansserif", "serif", "monospaced", "dialoginput")) {
            for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
                lines.add(logical + "." + style + ".latin-1=" + Fonts.FAMILY);
            }
        }
        lines.add("filename." + Fonts.FAMILY.replace(' ', '_') + "=" + font);
        return lines;
    }
}

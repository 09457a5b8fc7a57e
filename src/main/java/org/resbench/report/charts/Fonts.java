package org.resbench.report.charts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The one font family of reports, Open Sans, taken from the class path: reports look alike on machines without any font. */
public final class Fonts {
    public static final String FAMILY = "Open Sans";

    /** A face of the family. */
    public enum Face {
        REGULAR("Regular", 400, false), BOLD("Bold", 700, false), ITALIC("Italic", 400, true);

        private final String suffix;
        private final int weight;
        private final boolean italic;

        Face(String suffix, int weight, boolean italic) {
            this.suffix = suffix;
            this.weight = weight;
            this.italic = italic;
        }

        public int weight() {
            return weight;
        }

        public boolean italic() {
            return italic;
        }

        /** The TTF file. */
        public InputStream open() {
            InputStream stream = Fonts.class.getResourceAsStream("/fonts/ttf/OpenSans/OpenSans-" + suffix + ".ttf");
            if (stream == null) {
                throw new IllegalStateException("the font " + FAMILY + " " + suffix + " is not on the class path (ph-fonts-open-sans)");
            }
            return stream;
        }
    }

    private Fonts() {}

    static Font regular(double size) {
        return Registered.REGULAR.deriveFont((float) size);
    }

    static Font bold(double size) {
        return Registered.BOLD.deriveFont((float) size);
    }

    /** Loads lazily, once per JVM. */
    private static final class Registered {
        static final Font REGULAR;
        static final Font BOLD;

        static {
            withoutSystemFonts();
            register(Face.REGULAR);
            register(Face.BOLD);
            REGULAR = new Font(FAMILY, Font.PLAIN, 1);
            BOLD = new Font(FAMILY, Font.BOLD, 1);
        }

        private static void register(Face face) {
            try (InputStream stream = face.open()) {
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, stream));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the bundled font cannot be read", e);
            }
        }

        /** Java's font system fails with a NullPointerException where fontconfig finds no font at all (JDK-8304054). A font
         * configuration of two lines keeps it from asking; it must be set before the first use of a font. */
        private static void withoutSystemFonts() {
            if (System.getProperty("sun.awt.fontconfig") != null || !System.getProperty("os.name").startsWith("Linux")) {
                return;
            }
            try {
                Path file = Files.createTempFile("resbench-fontconfig", ".properties");
                Files.write(file, List.of("version=1", "sequence.allfonts=default"));
                file.toFile().deleteOnExit();
                System.setProperty("sun.awt.fontconfig", file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException("a temporary file could not be written to " + System.getProperty("java.io.tmpdir"), e);
            }
        }
    }
}

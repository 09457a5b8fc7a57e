package org.resbench.report.charts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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

    /** The regular face at a size in points. */
    public static Font regular(double size) {
        return Registered.REGULAR.deriveFont((float) size);
    }

    public static Font bold(double size) {
        return Registered.BOLD.deriveFont((float) size);
    }

    /** Loads lazily, once per JVM. */
    private static final class Registered {
        static final Font REGULAR;
        static final Font BOLD;

        static {
            if (!SystemFonts.work()) {
                SystemFonts.standIn();
            }
            REGULAR = created(Face.REGULAR);
            BOLD = created(Face.BOLD).deriveFont(Font.BOLD);
        }

        /** Not registered by name, because an installed Open Sans would then take its place. */
        private static Font created(Face face) {
            try (InputStream stream = face.open()) {
                return Font.createFont(Font.TRUETYPE_FONT, stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the bundled font cannot be read", e);
            }
        }
    }
}

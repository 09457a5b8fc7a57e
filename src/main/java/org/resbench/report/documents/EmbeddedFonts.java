package org.resbench.report.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.resbench.report.charts.Fonts;

/** The report's fonts as CSS with data URIs, cut down to the characters that a text uses: some 20 kB each.
 * @param text every character that will be shown; more is harmless */
record EmbeddedFonts(String text) {
    /** Regular and bold, and italic where the text has an element that is set in it. */
    String css() {
        StringBuilder css = new StringBuilder();
        for (Fonts.Face face : Fonts.Face.values()) {
            if (face.italic() && !text.contains("<blockquote")) {
                continue;
            }
            css.append("@font-face{font-family:'").append(Fonts.FAMILY).append("';font-weight:").append(face.weight())
                    .append(";font-style:").append(face.italic() ? "italic" : "normal")
                    .append(";src:url(data:font/ttf;base64,").append(base64(face)).append(")}\n");
        }
        return css.toString();
    }

    private String base64(Fonts.Face face) {
        try (InputStream stream = face.open(); TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
            TTFSubsetter subsetter = new TTFSubsetter(font);
            text.codePoints().distinct().sorted().filter(c -> c >= ' ').forEach(subsetter::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subsetter.writeToStream(bytes);
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

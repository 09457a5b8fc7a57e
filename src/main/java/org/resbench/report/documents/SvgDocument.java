package org.resbench.report.documents;

/** A drawing as an SVG file that carries its fonts. */
public final class SvgDocument {
    private SvgDocument() {}

    /** @param drawing an {@code <svg>} element */
    public static String of(String drawing) {
        int end = drawing.indexOf('>') + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing.substring(0, end) + "<style type=\"text/css\">\n"
                + new EmbeddedFonts(drawing).css() + "</style>" + drawing.substring(end) + "\n";
    }
}

package org.resbench.report.charts;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.resbench.report.model.Figure;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Figures as files. The same figure gives the same bytes. */
public final class Drawings {
    /** Pixels of a PNG per unit: 2040 pixels on 170 mm are 305 dots per inch. */
    private static final int PNG_SCALE = 3;
    /** Of a PNG: what browsers and viewers still open. */
    private static final double MOST_PIXELS = 60e6;
    private static final String SVG = "http://www.w3.org/2000/svg";

    private Drawings() {}

    /** In units of 170 mm over 680. */
    public static Dimension size(Figure figure) {
        return new FigurePainter(figure).size();
    }

    /** Paints the figure at its size with its top left corner at the origin. */
    public static void paint(Figure figure, Graphics2D g) {
        paint(new FigurePainter(figure), g);
    }

    /** PNG at about 300 dots per inch when 170 mm wide, with that resolution in its header. */
    public static byte[] png(Figure figure) {
        return png(new FigurePainter(figure));
    }

    /** PNG at about 300 dots per inch at a picture's own size; a picture that would be too large for that gets fewer. */
    public static byte[] png(Picture picture) {
        Dimension size = picture.size();
        double scale = Math.min(PNG_SCALE, Math.sqrt(MOST_PIXELS / (size.getWidth() * size.getHeight())));
        BufferedImage image = new BufferedImage((int) Math.ceil(size.width * scale),
                (int) Math.ceil(size.height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        paint(picture, g);
        g.dispose();
        try {
            return encoded(image, scale * FigurePainter.WIDTH / 170.0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void paint(Picture picture, Graphics2D g) {
        FigurePainter.hints(g);
        Dimension size = picture.size();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, size.width, size.height);
        picture.paint(g);
    }

    private static byte[] encoded(BufferedImage image, double dotsPerMillimetre) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode dots = new IIOMetadataNode("pHYs");
        String perMetre = Long.toString(Math.round(dotsPerMillimetre * 1000));
        dots.setAttribute("pixelsPerUnitXAxis", perMetre);
        dots.setAttribute("pixelsPerUnitYAxis", perMetre);
        dots.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(dots);
        metadata.mergeTree("javax_imageio_png_1.0", root);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** An {@code <svg>} element without an XML header, to be put into a page; ids start with the figure's. */
    public static String svg(Figure figure) {
        return svg(new FigurePainter(figure));
    }

    /** The same of any picture. */
    public static String svg(Picture picture) {
        Dimension size = picture.size();
        Document document = emptyDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(picture.id());
        context.setPrecision(5);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override public String generateID(String prefix) {
                return picture.id() + "-" + super.generateID(prefix);
            }
        });
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        paint(picture, g);
        Element root = g.getRoot();
        root.setAttributeNS(null, "viewBox", String.format(Locale.ROOT, "0 0 %d %d", size.width, size.height));
        root.setAttributeNS(null, "width", Integer.toString(size.width));
        root.setAttributeNS(null, "height", Integer.toString(size.height));
        StringWriter text = new StringWriter();
        try {
            g.stream(root, text, true, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replaceFirst("(?s)^.*?(?=<svg)", "");
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}

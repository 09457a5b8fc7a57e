package org.resbench.report.documents;

import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.resbench.report.charts.Drawings;
import org.resbench.report.charts.Fonts;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Report;

/** A report as PDF: A4, embedded fonts, vector figures, bookmarks. The same report gives the same bytes. */
public final class PdfDocument {
    private PdfDocument() {}

    public static byte[] of(Pages pages) {
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useObjectDrawerFactory(figures(pages));
        for (Fonts.Face face : Fonts.Face.values()) {
            builder.useFont(face::open, Fonts.FAMILY, face.weight(), face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL, true);
        }
        builder.withHtmlContent(pages.print(), null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        builder.toStream(bytes);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            describe(document, pages.report());
            document.save(bytes);
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Figures are painted straight onto the page rather than by way of SVG, so that their text is text in the document's font. */
    private static FSObjectDrawerFactory figures(Pages pages) {
        DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer(Pages.FIGURE_TYPE, (element, x, y, width, height, device, context, dotsPerPixel) -> {
            Figure figure = pages.report().figures().get(Integer.parseInt(element.getAttribute("data")));
            Dimension size = Drawings.size(figure);
            device.drawWithGraphics((float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, g -> {
                g.scale(width / dotsPerPixel / size.width, height / dotsPerPixel / size.height);
                Drawings.paint(figure, g);
            });
            return Map.of();
        });
        return factory;
    }

    private static void describe(PDDocument document, Report report) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(report.heading().title());
        about.setSubject(report.heading().headline());
        about.setAuthor("Resbench");
        about.setCreator("Resbench");
        about.setKeywords(report.heading().subtitle() + ", scale " + report.heading().scale());
        Calendar date = calendar(report.heading().generated());
        about.setCreationDate(date);
        about.setModificationDate(date);
        document.setDocumentId(report.heading().generated().toEpochMilli());
    }

    private static Calendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }
}

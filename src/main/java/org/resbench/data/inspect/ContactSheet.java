package org.resbench.data.inspect;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.resbench.data.DataSet;
import org.resbench.data.Images;

/** One picture that shows a data set: a row for each class, training images to the left, test images to the right, both taken at even
 * distances from the first of the class to the last. Small images are enlarged a whole number of times, large ones made smaller.
 * @param font of the titles, at the size wanted */
public record ContactSheet(Font font) {
    static final int TRAINING_COLUMNS = 10;
    static final int TEST_COLUMNS = 5;
    /** Side of a thumbnail, in pixels, that enlarging does not exceed. */
    static final int THUMBNAIL = 64;
    private static final int GAP = 3;
    private static final int MARGIN = 12;
    private static final Color INK = new Color(0x222222);

    public BufferedImage draw(DataSet set) {
        Layout layout = Layout.of(set, metrics());
        BufferedImage sheet = new BufferedImage(layout.width(), layout.height(set.classes().size()), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        g.setColor(INK);
        g.setFont(font);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        FontMetrics metrics = g.getFontMetrics();
        int baseline = MARGIN + metrics.getAscent();
        g.drawString(layout.title(), MARGIN, baseline);
        g.drawString("training", layout.column(0), baseline + metrics.getHeight());
        g.drawString("test", layout.column(TRAINING_COLUMNS), baseline + metrics.getHeight());
        for (int label = 0; label < set.classes().size(); label++) {
            int top = layout.row(label);
            g.drawString(set.classes().get(label), MARGIN, top + (layout.cellHeight() + metrics.getAscent()) / 2);
            row(g, layout, set.training(), label, 0, TRAINING_COLUMNS);
            row(g, layout, set.test(), label, TRAINING_COLUMNS, TEST_COLUMNS);
        }
        g.dispose();
        return sheet;
    }

    private FontMetrics metrics() {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return g.getFontMetrics(font);
        } finally {
            g.dispose();
        }
    }

    private static void row(Graphics2D g, Layout layout, Images images, int label, int firstColumn, int columns) {
        int[] all = IntStream.range(0, images.count()).filter(i -> images.labels()[i] == label).toArray();
        int shown = Math.min(columns, all.length);
        for (int i = 0; i < shown; i++) {
            int image = all[shown == 1 ? 0 : (int) ((long) i * (all.length - 1) / (shown - 1))];
            g.drawImage(picture(images, image), layout.column(firstColumn + i), layout.row(label),
                    layout.cellWidth(), layout.cellHeight(), null);
        }
    }

    static BufferedImage picture(Images images, int image) {
        int height = images.height();
        int width = images.width();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        byte[] pixels = images.pixels();
        int at = image * height * width * Images.CHANNELS;
        for (int i = 0; i < height * width; i++, at += Images.CHANNELS) {
            picture.setRGB(i % width, i / width, (pixels[at] & 0xff) << 16 | (pixels[at + 1] & 0xff) << 8 | pixels[at + 2] & 0xff);
        }
        return picture;
    }

    /** Where things are, in pixels. */
    private record Layout(String title, int titleWidth, int cellHeight, int cellWidth, int names, int head) {
        static Layout of(DataSet set, FontMetrics metrics) {
            Images images = set.training();
            int largest = Math.max(images.height(), images.width());
            double scale = largest > THUMBNAIL ? (double) THUMBNAIL / largest : THUMBNAIL / largest;
            String title = set.name() + ": " + set.classes().size() + " classes, " + images.count() + " training and " + set.test().count()
                    + " test images of " + images.height() + "x" + images.width() + " pixels";
            int names = set.classes().stream().mapToInt(metrics::stringWidth).max().orElse(0);
            return new Layout(title, metrics.stringWidth(title), (int) Math.max(1, Math.round(images.height() * scale)),
                    (int) Math.max(1, Math.round(images.width() * scale)), names, 2 * metrics.getHeight() + GAP);
        }

        int column(int i) {
            return MARGIN + names + MARGIN + i * (cellWidth + GAP) + (i < TRAINING_COLUMNS ? 0 : MARGIN);
        }

        int row(int i) {
            return MARGIN + head + i * (cellHeight + GAP);
        }

        int width() {
            return Math.max(column(TRAINING_COLUMNS + TEST_COLUMNS), MARGIN + titleWidth) + MARGIN;
        }

        int height(int classes) {
            return row(classes) + MARGIN;
        }
    }
}

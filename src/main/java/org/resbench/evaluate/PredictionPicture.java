package org.resbench.evaluate;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.resbench.data.Images;
import org.resbench.data.Photograph;

/** An image beside itself with the Grad-CAM of the answer over it, and the likeliest classes with their probabilities below.
 * @param font of the text, at the size wanted */
public record PredictionPicture(Font font) {
    private static final int SIDE = 320;
    private static final int MARGIN = 16;
    private static final int BAR = 180;
    private static final Color INK = new Color(0x222222);
    private static final Color BARS = new Color(0x0072b2);
    private static final Color REST = new Color(0xe4e4e4);
    /** Cold to warm, in even steps; dark to light, so that it reads in grey too. */
    private static final int[] COLOURS = {0x000004, 0x420a68, 0x932667, 0xdd513a, 0xfca50a, 0xfcffa4};
    private static final double STRENGTH = 0.75;

    /** @param part of the photograph that the network saw, at its own size */
    public BufferedImage draw(String title, Images part, Prediction prediction) {
        double zoom = (double) SIDE / Math.max(part.width(), part.height());
        int width = Math.max(1, (int) Math.round(part.width() * zoom));
        int height = Math.max(1, (int) Math.round(part.height() * zoom));
        BufferedImage picture = new BufferedImage(2 * SIDE + 3 * MARGIN, height + 3 * MARGIN + (prediction.top().size() + 2) * lineHeight(),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                zoom > 1 ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setFont(font);
        g.setColor(INK);
        int top = MARGIN + lineHeight() + MARGIN / 2;
        g.drawString(shortened(title, g.getFontMetrics(), picture.getWidth() - 2 * MARGIN), MARGIN,
                MARGIN + g.getFontMetrics().getAscent());
        BufferedImage photograph = Photograph.picture(part);
        g.drawImage(photograph, MARGIN, top, width, height, null);
        g.drawImage(photograph, SIDE + 2 * MARGIN, top, width, height, null);
        prediction.why().ifPresent(map -> g.drawImage(overlay(map, width, height), SIDE + 2 * MARGIN, top, null));
        int below = top + height + g.getFontMetrics().getAscent() + MARGIN / 2;
        g.drawString("what the network saw", MARGIN, below);
        g.drawString(prediction.why().isPresent() ? "where it sees '" + prediction.top().get(0).name() + "' (Grad-CAM)"
                : "no maps, so no Grad-CAM",
                SIDE + 2 * MARGIN, below);
        bars(g, prediction.top(), below + MARGIN / 2 + lineHeight());
        g.dispose();
        return picture;
    }

    private int lineHeight() {
        return (int) Math.ceil(1.5 * font.getSize2D());
    }

    private void bars(Graphics2D g, List<Prediction.Choice> choices, int first) {
        int baseline = first;
        for (Prediction.Choice choice : choices) {
            int high = g.getFontMetrics().getAscent() - 2;
            g.setColor(REST);
            g.fillRect(MARGIN, baseline - high, BAR, high);
            g.setColor(BARS);
            g.fillRect(MARGIN, baseline - high, (int) Math.round(BAR * choice.probability()), high);
            g.setColor(INK);
            String percent = String.format(Locale.ROOT, "%.2f %%", 100 * choice.probability());
            g.drawString(percent, 2 * MARGIN + BAR + g.getFontMetrics().stringWidth("100.00 %") - g.getFontMetrics().stringWidth(percent),
                    baseline);
            g.drawString(choice.name(), 3 * MARGIN + BAR + g.getFontMetrics().stringWidth("100.00 %"), baseline);
            baseline += lineHeight();
        }
    }

    private static String shortened(String text, FontMetrics metrics, int width) {
        String shown = text;
        while (shown.length() > 1 && metrics.stringWidth(shown) > width) {
            shown = "…" + shown.substring(2);
        }
        return shown;
    }

    private static BufferedImage overlay(GradCam map, int width, int height) {
        BufferedImage overlay = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = map.at((x + 0.5) / width, (y + 0.5) / height);
                overlay.setRGB(x, y, (int) Math.round(255 * STRENGTH * Math.min(1, 0.35 + value)) << 24 | colour(value));
            }
        }
        return overlay;
    }

    private static int colour(double value) {
        double place = Math.max(0, Math.min(1, value)) * (COLOURS.length - 1);
        int low = Math.min(COLOURS.length - 2, (int) place);
        double share = place - low;
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double channel = (COLOURS[low] >> shift & 0xff) * (1 - share) + (COLOURS[low + 1] >> shift & 0xff) * share;
            mixed |= (int) Math.round(channel) << shift;
        }
        return mixed;
    }
}

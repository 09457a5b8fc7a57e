package org.resbench.data;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An image file of any size, decoded, for a network that reads another size.
 * @param image one image, with a label that means nothing */
public record Photograph(Images image) {
    private static final long LARGEST_FILE = 256L << 20;

    /** Colours that are partly transparent are laid on white. The orientation that a camera notes beside the pixels is not looked at.
     * @throws DataException if the file is missing, no image, damaged or too large; names it */
    public static Photograph read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new DataException(file + ": no such file");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new DataException(file + ": has more than " + (LARGEST_FILE >> 20) + " MiB; make it smaller first");
            }
            Picture picture = Picture.decodeAny(file.toString(), Files.readAllBytes(file));
            int plane = picture.height() * picture.width();
            byte[] pixels = new byte[plane * Images.CHANNELS];
            for (int p = 0; p < plane; p++) {
                for (int c = 0; c < Images.CHANNELS; c++) {
                    pixels[p * Images.CHANNELS + c] = picture.planes()[c * plane + p];
                }
            }
            return new Photograph(new Images(picture.height(), picture.width(), pixels, new int[1]));
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read (" + Refusal.words(e) + ")", e);
        }
    }

    /** The largest part in the middle that has the wanted proportions, brought to the wanted size: by area where it has to shrink, else
     * bilinear. An image that has the size already stays as it is. */
    public Images fitted(int height, int width) {
        Images middle = middle(height, width);
        if (middle.height() >= height && middle.width() >= width) {
            return Shrinking.to(middle, new int[] {0}, height, width);
        }
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = large.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture(middle), 0, 0, width, height, null);
        g.dispose();
        byte[] pixels = new byte[height * width * Images.CHANNELS];
        for (int i = 0; i < height * width; i++) {
            int colour = large.getRGB(i % width, i / width);
            pixels[i * 3] = (byte) (colour >> 16);
            pixels[i * 3 + 1] = (byte) (colour >> 8);
            pixels[i * 3 + 2] = (byte) colour;
        }
        return new Images(height, width, pixels, new int[1]);
    }

    /** The part that {@link #fitted} takes, at its own size. */
    public Images middle(int height, int width) {
        int rows = (int) Math.max(1, Math.min(image.height(), Math.round((double) image.width() * height / width)));
        int columns = (int) Math.max(1, Math.min(image.width(), Math.round((double) image.height() * width / height)));
        int top = (image.height() - rows) / 2;
        int left = (image.width() - columns) / 2;
        byte[] pixels = new byte[rows * columns * Images.CHANNELS];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(image.pixels(), ((top + y) * image.width() + left) * Images.CHANNELS, pixels, y * columns * Images.CHANNELS,
                    columns * Images.CHANNELS);
        }
        return new Images(rows, columns, pixels, new int[1]);
    }

    /** The first of the images, to be drawn. */
    public static BufferedImage picture(Images images) {
        BufferedImage picture = new BufferedImage(images.width(), images.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < images.width() * images.height(); i++) {
            int at = i * Images.CHANNELS;
            picture.setRGB(i % images.width(), i / images.width(),
                    (images.pixels()[at] & 0xff) << 16 | (images.pixels()[at + 1] & 0xff) << 8
                    | images.pixels()[at + 2] & 0xff);
        }
        return picture;
    }
}

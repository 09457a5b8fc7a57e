package org.resbench.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A decoded image file.
 * @param planes red, then green, then blue, each row by row: {@code 3 * height * width} bytes */
record Picture(int height, int width, byte[] planes) {
    /** Height and width of an image that is only looked at; 3 bytes for each pixel have to fit into an array. */
    private static final int LARGEST_SEEN = 16_384;
    /** Java's JPEG reader, warning of a file that ends without the end marker; not translated. */
    private static final String CUT_SHORT = "Truncated File";

    /** @param where for messages
     * @throws DataException if it is no image, is damaged, too large or partly transparent */
    static Picture decode(String where, byte[] file) {
        return decode(where, file, Stored.LARGEST, false);
    }

    /** For images that are only looked at: larger ones, too, and partly transparent ones, which are laid on white.
     * @param where for messages
     * @throws DataException if it is no image, is damaged or too large */
    static Picture decodeAny(String where, byte[] file) {
        return decode(where, file, LARGEST_SEEN, true);
    }

    private static Picture decode(String where, byte[] file, int largest, boolean onWhite) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataException(where + ": is no image that can be read; must be JPEG, PNG, GIF, BMP or TIFF");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if (reader.getWidth(0) > largest || reader.getHeight(0) > largest) {
                    throw new DataException(where + ": is " + reader.getHeight(0) + "x" + reader.getWidth(0) + " pixels; must be at most "
                            + largest + "x" + largest);
                }
                List<String> warnings = new ArrayList<>();
                reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
                BufferedImage image = reader.read(0);
                requireWhole(where, warnings);
                return of(where, image, onWhite);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new DataException(where + ": is a damaged image (" + e.getMessage() + ")", e);
        }
    }

    /** Java fills what a cut JPEG lacks with grey and only warns. Where the end marker alone is missing, all pixels are there, and there is
     * one warning. */
    private static void requireWhole(String where, List<String> warnings) {
        if (warnings.size() > 1 && warnings.stream().anyMatch(warning -> warning.startsWith(CUT_SHORT))) {
            throw new DataException(where + ": is a damaged image (it is cut short: its data end before its pixels do)");
        }
    }

    private static Picture of(String where, BufferedImage image, boolean onWhite) {
        int width = image.getWidth();
        int plane = width * image.getHeight();
        byte[] planes = new byte[Images.CHANNELS * plane];
        boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY
                && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        int[] colours = grey ? image.getRaster().getSamples(0, 0, width, image.getHeight(), 0, (int[]) null)
                : image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        for (int i = 0; i < plane; i++) {
            // Java takes grey for linear light and would brighten it; other programs copy it to all channels.
            int colour = grey ? 0xff000000 | colours[i] * 0x010101 : colours[i];
            if (onWhite) {
                colour = onWhite(colour);
            } else if (colour >>> 24 != 0xff) {
                throw new DataException(where + ": is partly transparent; give it a background first");
            }
            planes[i] = (byte) (colour >> 16);
            planes[plane + i] = (byte) (colour >> 8);
            planes[2 * plane + i] = (byte) colour;
        }
        return new Picture(image.getHeight(), width, planes);
    }

    private static int onWhite(int colour) {
        int opaque = colour >>> 24;
        int mixed = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            mixed |= ((colour >> shift & 0xff) * opaque + 255 * (255 - opaque) + 127) / 255 << shift;
        }
        return mixed;
    }
}

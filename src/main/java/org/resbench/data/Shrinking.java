package org.resbench.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Smaller images by area: each new pixel is the mean of the area that it covers, pixels cut by its edge counted in part. */
final class Shrinking {
    private Shrinking() {}

    /** The chosen images at a size not above theirs. */
    static Images to(Images images, int[] chosen, int height, int width) {
        int length = height * width * Images.CHANNELS;
        int stored = images.height() * images.width() * Images.CHANNELS;
        byte[] pixels = new byte[chosen.length * length];
        boolean same = length == stored;
        int[][] rows = overlaps(images.height(), height);
        int[][] columns = overlaps(images.width(), width);
        IntStream.range(0, chosen.length).parallel().forEach(i -> {
            if (same) {
                System.arraycopy(images.pixels(), chosen[i] * stored, pixels, i * length, length);
            } else {
                shrink(images, chosen[i] * stored, rows, columns, pixels, i * length);
            }
        });
        return new Images(height, width, pixels, Arrays.stream(chosen).map(i -> images.labels()[i]).toArray());
    }

    /** For each new pixel: the first old one, then how much of each it covers, in units of 1/small of an old pixel. */
    private static int[][] overlaps(int large, int small) {
        int[][] overlaps = new int[small][];
        for (int i = 0; i < small; i++) {
            int from = i * large;
            int to = from + large;
            int first = from / small;
            int last = (to - 1) / small;
            overlaps[i] = new int[last - first + 2];
            overlaps[i][0] = first;
            for (int old = first; old <= last; old++) {
                overlaps[i][old - first + 1] = Math.min(to, (old + 1) * small) - Math.max(from, old * small);
            }
        }
        return overlaps;
    }

    private static void shrink(Images images, int from, int[][] rows, int[][] columns, byte[] out, int offset) {
        long area = (long) images.height() * images.width();
        int at = offset;
        for (int[] row : rows) {
            for (int[] column : columns) {
                for (int c = 0; c < Images.CHANNELS; c++) {
                    long sum = 0;
                    for (int y = 1; y < row.length; y++) {
                        int line = from + ((row[0] + y - 1) * images.width() + column[0]) * Images.CHANNELS + c;
                        for (int x = 1; x < column.length; x++) {
                            sum += (long) row[y] * column[x] * (images.pixels()[line + (x - 1) * Images.CHANNELS] & 0xff);
                        }
                    }
                    out[at++] = (byte) ((2 * sum + area) / (2 * area));
                }
            }
        }
    }
}

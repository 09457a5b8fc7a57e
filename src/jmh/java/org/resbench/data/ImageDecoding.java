package org.resbench.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Image files that one thread decodes in a second, as an import does: photographs as large as ImageNet's, and small ones. Their content is
 * smooth colour with noise. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ImageDecoding {
    @Param({"jpg 500x375", "png 500x375", "png 32x32"})
    public String file;

    private byte[] bytes;

    @Setup public void make() throws IOException {
        String[] parts = file.split("[ x]");
        int width = Integer.parseInt(parts[1]);
        int height = Integer.parseInt(parts[2]);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            int noise = random.nextInt(16);
            image.setRGB(x, y, 200 * x / width + noise << 16 | 200 * y / height + noise << 8 | 100 + noise);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, parts[0], out);
        bytes = out.toByteArray();
    }

    @Benchmark public Object decode() {
        return Picture.decode(file, bytes);
    }
}

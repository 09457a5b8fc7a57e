package org.resbench.report.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Panel;

class NoSystemFontsTest {
    static Figure figure() {
        Ink ink = new Ink(0, Ink.Stroke.DASHED, Ink.Weight.BOLD, Ink.Marker.SQUARE);
        Panel panel = new Panel("Title", Axis.linear("x", 0, 10), Axis.linear("y", 0, 1),
                List.of(new Curve("curve", ink, List.of(1.0, 5.0, 9.0), List.of(0.2, 0.4, 0.8))));
        return new Figure("example", "Example", "An example.", 1, 200, List.of(panel),
                List.of(List.of(new Figure.LegendEntry("curve", ink))));
    }

    /** What the other JVM runs. */
    static final class Draw {
        public static void main(String[] arguments) throws Exception {
            Files.write(Path.of(arguments[0]), Drawings.png(figure()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aMachineWithoutAnyFontDrawsTheSameChart(@TempDir Path folder) throws Exception {
        Path none = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
        Path png = (System.getenv("REPORT_OUT") == null ? folder : Path.of(System.getenv("REPORT_OUT"))).resolve("chart.png");
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + folder, "-cp", System.getProperty("java.class.path"), Draw.class.getName(), png.toString());
        java.environment().putAll(Map.of("FONTCONFIG_FILE", none.toString(), "HOME", folder.toString()));
        Path log = folder.resolve("log");
        Process process = java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        BufferedImage there = ImageIO.read(png.toFile());
        BufferedImage here = ImageIO.read(new ByteArrayInputStream(Drawings.png(figure())));
        assertThat(differingPixels(there, here)).as("pixels, of %d", here.getWidth() * here.getHeight()).isLessThan(2000);
    }

    /** Edges of letters may be smoothed a little differently, where fontconfig has a say in it. */
    private static long differingPixels(BufferedImage one, BufferedImage other) {
        return IntStream.range(0, one.getWidth() * one.getHeight()).filter(i -> {
            int x = i % one.getWidth();
            int y = i / one.getWidth();
            return Math.abs((one.getRGB(x, y) & 255) - (other.getRGB(x, y) & 255)) > 64;
        }).count();
    }
}

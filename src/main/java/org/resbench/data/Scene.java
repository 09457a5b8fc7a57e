package org.resbench.data;

import java.util.SplittableRandom;

/** One image of the synthetic data set: a figure somewhere on a shaded ground, among clutter, under noise. */
final class Scene {
    private static final int SAMPLES = 2;
    /** Least difference in brightness (0..255) between figure and ground. */
    private static final double LEAST_CONTRAST = 45;

    private final SplittableRandom random;
    private final int size;
    private final double[] colours;

    private Scene(SplittableRandom random, int size) {
        this.random = random;
        this.size = size;
        colours = new double[size * size * Images.CHANNELS];
    }

    /** Paints an image of {@code size} x {@code size} pixels into {@code out} at {@code offset}, RGB. */
    static void paint(Shapes shape, SplittableRandom random, int size, byte[] out, int offset) {
        Scene scene = new Scene(random, size);
        double[] ground = scene.ground();
        int pieces = 2 + random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            scene.piece();
        }
        double radius = 0.25 + 0.19 * random.nextDouble();
        scene.figure(shape, radius, scene.contrasting(ground));
        if (random.nextInt(3) == 0) {
            scene.piece();
        }
        scene.write(out, offset);
    }

    private double[] colour() {
        return new double[] {random.nextDouble() * 255, random.nextDouble() * 255, random.nextDouble() * 255};
    }

    private double[] contrasting(double[] ground) {
        double[] colour = colour();
        while (Math.abs(brightness(colour) - brightness(ground)) < LEAST_CONTRAST) {
            colour = colour();
        }
        return colour;
    }

    private static double brightness(double[] colour) {
        return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
    }

    /** Fills everything with a colour that changes linearly; returns the colour in the middle. */
    private double[] ground() {
        double[] middle = colour();
        double slopeX = (random.nextDouble() - 0.5) * 80;
        double slopeY = (random.nextDouble() - 0.5) * 80;
        for (int i = 0; i < size * size; i++) {
            double shade = slopeX * ((i % size + 0.5) / size - 0.5) + slopeY * ((i / size + 0.5) / size - 0.5);
            for (int c = 0; c < Images.CHANNELS; c++) {
                colours[i * Images.CHANNELS + c] = middle[c] + shade;
            }
        }
        return middle;
    }

    /** A speck or a stick that belongs to no class. */
    private void piece() {
        double centreX = random.nextDouble();
        double centreY = random.nextDouble();
        boolean stick = random.nextBoolean();
        double length = stick ? 0.1 + 0.12 * random.nextDouble() : 0.03 + 0.06 * random.nextDouble();
        double width = stick ? 0.02 + 0.02 * random.nextDouble() : length;
        double angle = random.nextDouble() * StrictMath.PI;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        cover(colour(), (x, y) -> {
            double u = (cos * (x - centreX) + sin * (y - centreY)) / length;
            double v = (cos * (y - centreY) - sin * (x - centreX)) / width;
            return u * u + v * v < 1;
        });
    }

    private void figure(Shapes shape, double radius, double[] colour) {
        double room = Math.max(0, 1 - 1.8 * radius);
        double centreX = 0.5 + (random.nextDouble() - 0.5) * room;
        double centreY = 0.5 + (random.nextDouble() - 0.5) * room;
        double angle = random.nextDouble() * 2 * StrictMath.PI;
        double cos = StrictMath.cos(angle) / radius;
        double sin = StrictMath.sin(angle) / radius;
        cover(colour, (x, y) -> shape.contains(cos * (x - centreX) + sin * (y - centreY), cos * (y - centreY) - sin * (x - centreX)));
    }

    private interface Region {
        boolean contains(double x, double y);
    }

    /** Blends the colour in by how much of each pixel the region covers; coordinates are 0..1. */
    private void cover(double[] colour, Region region) {
        for (int i = 0; i < size * size; i++) {
            int hits = 0;
            for (int s = 0; s < SAMPLES * SAMPLES; s++) {
                double x = (i % size + (s % SAMPLES + 0.5) / SAMPLES) / size;
                double y = (i / size + (s / SAMPLES + 0.5) / SAMPLES) / size;
                hits += region.contains(x, y) ? 1 : 0;
            }
            double part = (double) hits / (SAMPLES * SAMPLES);
            for (int c = 0; hits > 0 && c < Images.CHANNELS; c++) {
                int at = i * Images.CHANNELS + c;
                colours[at] += part * (colour[c] - colours[at]);
            }
        }
    }

    /** Adds noise (the sum of three uniform numbers, nearly normal) of a strength of this image's own. */
    private void write(byte[] out, int offset) {
        double strength = 8 + 32 * random.nextDouble();
        for (int i = 0; i < colours.length; i++) {
            double noise = strength * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
            out[offset + i] = (byte) Math.max(0, Math.min(255, (int) StrictMath.rint(colours[i] + noise)));
        }
    }
}

package org.resbench.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The ten figures of the synthetic data set, each a region of the unit disc. */
enum Shapes {
    DISC, RING, SQUARE, TRIANGLE, CROSS, STRIPES, CHECKER, STAR, CRESCENT, SPIRAL;

    private static final double FIFTH = 2 * StrictMath.PI / 5;

    static List<String> names() {
        return Arrays.stream(values()).map(shape -> shape.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether the point is in the figure; never for points outside the unit disc. */
    boolean contains(double u, double v) {
        double square = u * u + v * v;
        if (square > 1) {
            return false;
        }
        double across = Math.abs(u);
        double along = Math.abs(v);
        return switch (this) {
            case DISC -> square < 0.81;
            case RING -> square > 0.3 && square < 0.95;
            case SQUARE -> Math.max(across, along) < 0.7;
            case TRIANGLE -> v > -0.48 && 0.8660254037844386 * across + 0.5 * v < 0.48;
            case CROSS -> Math.min(across, along) < 0.24 && Math.max(across, along) < 0.95;
            case STRIPES -> across < 0.85 && along < 0.6 && (int) ((u + 0.85) / 0.34) % 2 == 0;
            case CHECKER -> across < 0.7 && along < 0.7 && ((int) ((u + 0.7) / 0.467) + (int) ((v + 0.7) / 0.467)) % 2 == 0;
            case STAR -> inStar(square, StrictMath.atan2(v, u));
            case CRESCENT -> square < 0.85 && (u - 0.42) * (u - 0.42) + v * v > 0.42;
            case SPIRAL -> inSpiral(StrictMath.sqrt(square), StrictMath.atan2(v, u) / (2 * StrictMath.PI));
        };
    }

    /** Inside the edges from the tips (radius 1) to the notches (radius 0.38), folded into one tenth of the circle. */
    private static boolean inStar(double square, double angle) {
        double folded = Math.abs(angle - StrictMath.rint(angle / FIFTH) * FIFTH);
        double radius = StrictMath.sqrt(square);
        double x = radius * StrictMath.cos(folded);
        double y = radius * StrictMath.sin(folded);
        double notchX = 0.38 * StrictMath.cos(FIFTH / 2);
        double notchY = 0.38 * StrictMath.sin(FIFTH / 2);
        return (notchX - 1) * y - notchY * (x - 1) > 0;
    }

    private static boolean inSpiral(double radius, double turns) {
        double phase = radius * 1.7 - turns;
        return phase - StrictMath.floor(phase) < 0.5;
    }
}

package org.resbench.cli.session;

import java.time.Duration;
import java.util.Locale;

/** Durations and numbers as progress lines print them, the same under every locale. */
public final class Words {
    private Words() {}

    /** {@code 0:07}, {@code 12:34}, {@code 1:02:03}; days count as hours. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        long hours = seconds / 3600;
        String minutes = String.format(Locale.ROOT, hours > 0 ? "%02d:%02d" : "%d:%02d", seconds / 60 % 60, seconds % 60);
        return hours > 0 ? hours + ":" + minutes : minutes;
    }

    /** {@code 45.12 %}. */
    static String percent(double percent) {
        return String.format(Locale.ROOT, "%.2f %%", percent);
    }

    /** Three digits behind the point: {@code 1.234}. */
    static String loss(double loss) {
        return String.format(Locale.ROOT, "%.3f", loss);
    }

    static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }

    /** {@code 1 trial}, {@code 2 trials}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

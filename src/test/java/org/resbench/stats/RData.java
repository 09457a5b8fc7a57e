package org.resbench.stats;

import java.util.stream.IntStream;

/** Data sets that R ships, as R 4.2.2 prints them. */
public final class RData {
    private RData() {}

    /** {@code sleep$extra[sleep$group == 1]}: hours of extra sleep under drug 1 (Cushny and Peebles 1905, used by Student 1908). */
    public static final double[] SLEEP_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    /** {@code sleep$extra[sleep$group == 2]}: the same patients under drug 2. */
    public static final double[] SLEEP_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** {@code PlantGrowth$weight[PlantGrowth$group == "ctrl"]} (Dobson 1983). */
    public static final double[] CONTROL = {4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14};
    public static final double[] TREATMENT_1 = {4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69};
    public static final double[] TREATMENT_2 = {6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26};

    /** {@code na.omit(airquality$Ozone)}: New York, May to September 1973, parts per billion. */
    public static final double[] OZONE = {41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11,
            4, 32, 23, 45, 115, 37, 29, 71,
        39, 23, 21, 37, 20, 12, 13, 135, 49, 32, 64, 40, 77, 97, 97, 85, 10, 27, 7, 48, 35, 61, 79, 63, 16, 80,
        108, 20, 52, 82, 50, 64, 59, 39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84,
        85, 96, 78, 73, 91, 47, 32, 20, 23, 21, 24, 44, 21, 28, 9, 13, 46, 18, 13, 24, 16, 13, 23, 36, 7, 14, 30, 14, 18, 20};
    /** {@code oz <- subset(airquality, !is.na(Ozone)); oz$Temp}: degrees Fahrenheit of the same days. */
        public static final double[] OZONE_TEMPERATURE = {67, 72, 74, 62, 66, 65, 59, 61, 74, 69, 66, 68, 58, 64, 66, 57, 68, 62, 59,
        73, 61, 61, 67, 81, 79, 76, 82, 90, 87, 82, 77, 72, 65, 73, 76, 84, 85, 81, 83, 83, 88, 92, 92, 89, 73, 81, 80, 81, 82, 84, 87,
        85, 74, 86, 85, 82, 86, 88, 86, 83, 81, 81, 81, 82, 86, 85, 87, 89, 90, 90, 86, 82, 80, 77, 79, 76, 78, 78, 77, 72, 79, 81, 86,
        97, 94, 96, 94, 91, 92, 93, 93, 87, 84, 80, 78, 75, 73, 81, 76, 77, 71, 71, 78, 67, 76, 68, 82, 64, 71, 81, 69, 63, 70, 75, 76,
        68};
    /** {@code oz$Ozone[oz$Temp <= 79]} and the others. */
    public static final double[] OZONE_COOL = ozone(false);
    public static final double[] OZONE_WARM = ozone(true);

    /** {@code InsectSprays$count[InsectSprays$spray == "A"]} (Beall 1942). */
    public static final double[] SPRAY_A = {10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13};
    public static final double[] SPRAY_B = {11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13};
    public static final double[] SPRAY_C = {0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4};
    public static final double[] SPRAY_E = {3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4};

    private static double[] ozone(boolean warm) {
        return IntStream.range(0, OZONE.length).filter(i -> OZONE_TEMPERATURE[i] > 79 == warm).mapToDouble(i -> OZONE[i]).toArray();
    }
}

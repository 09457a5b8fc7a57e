package org.resbench.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the bytes of an image become what a network reads: {@code (byte / 255 * range - mean) / std}.
 * @param range largest value that a pixel has before the mean is taken off: 1 or 255
 * @param mean of each channel; empty if {@code pixelMean} holds one for each pixel
 * @param std of each channel
 * @param pixelMean {@code [height, width, 3]}, or none: no values */
public record InputScaling(int range, List<Double> mean, List<Double> std, Tensor pixelMean) {
    /** In our files, the tensor that {@code input_mean} names where the mean is one of each pixel. */
    static final String PIXEL_MEAN = Mapping.INPUT_PREFIX + "mean";
    private static final Tensor NONE = Tensor.vector();

    public InputScaling {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    public static InputScaling ofChannels(int range, List<Double> mean, List<Double> std) {
        return new InputScaling(range, mean, std, NONE);
    }

    /** @param mean {@code [height, width, 3]}, of pixels in 0..1 */
    public static InputScaling ofPixels(Tensor mean) {
        return new InputScaling(1, List.of(), List.of(1.0, 1.0, 1.0), mean);
    }

    public boolean hasPixelMean() {
        return mean.isEmpty();
    }

    /** Writes it as a file of its own, with the keys that files of weights have.
     * @throws IOException if it cannot be written */
    public void write(Path file) throws IOException {
        Map<String, Tensor> mean = hasPixelMean() ? Map.of(PIXEL_MEAN, pixelMean) : Map.of();
        SafetensorsWriter.write(file, mean, Map.of(Setting.INPUT_RANGE.key(), rangeText(), Setting.INPUT_MEAN.key(),
                meanText(), Setting.INPUT_STD.key(), stdText()));
    }

    /** Reads such a file.
     * @throws WeightsException if it is missing or damaged */
    public static InputScaling read(Path path) {
        SafetensorsFile file = SafetensorsFile.open(path);
        Map<String, String> said = file.metadata();
        return read(file, said.getOrDefault(Setting.INPUT_RANGE.key(), ""), said.getOrDefault(Setting.INPUT_MEAN.key(), ""),
                said.getOrDefault(Setting.INPUT_STD.key(), ""));
    }

    static InputScaling read(SafetensorsFile file, String range, String mean, String std) {
        if (!range.equals("0..1") && !range.equals("0..255")) {
            throw wrong(file, Setting.INPUT_RANGE, range);
        }
        int largest = range.equals("0..1") ? 1 : 255;
        List<Double> deviations = three(file, Setting.INPUT_STD, std);
        if (deviations.stream().anyMatch(deviation -> deviation <= 0)) {
            throw wrong(file, Setting.INPUT_STD, std);
        }
        if (!mean.equals(PIXEL_MEAN)) {
            return ofChannels(largest, three(file, Setting.INPUT_MEAN, mean), deviations);
        }
        TensorEntry entry = file.tensors().get(PIXEL_MEAN);
        if (entry == null || entry.shape().size() != 3 || entry.shape().get(2) != 3 || entry.size() > Integer.MAX_VALUE) {
            throw new WeightsException(file.path() + ": input_mean names the tensor '" + PIXEL_MEAN + "', which "
                    + (entry == null ? "is missing" : "is " + entry.shape()) + "; it must be [height, width, 3]");
        }
        return new InputScaling(largest, List.of(), deviations,
                new Tensor(entry.shape().stream().map(Math::toIntExact).toList(), file.read(PIXEL_MEAN)));
    }

    private static List<Double> three(SafetensorsFile file, Setting setting, String text) {
        try {
            List<Double> numbers = Arrays.stream(text.split(",", -1)).map(number -> Double.valueOf(number.strip())).toList();
            if (numbers.size() == 3 && numbers.stream().allMatch(Double::isFinite)) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw wrong(file, setting, text);
    }

    static WeightsException wrong(SafetensorsFile file, Setting setting, String value) {
        return new WeightsException(file.path() + ": " + setting.key() + " is '" + value + "'; must be " + setting.allowed() + "; "
                + setting.option() + " overrules what the file says");
    }

    /** As files say it. */
    String meanText() {
        return hasPixelMean() ? PIXEL_MEAN : text(mean);
    }

    String rangeText() {
        return range == 1 ? "0..1" : "0..255";
    }

    String stdText() {
        return text(std);
    }

    private static String text(List<Double> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}

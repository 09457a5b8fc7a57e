package org.resbench.tf;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;
import org.resbench.arch.Shape;

/** A network on one image, as in testing, in nested loops and double precision, to hold TensorFlow's graphs against. Maps are
 * {@code [height][width][channels]}. */
final class PlainForward implements Operation.Reader<double[][][]> {
    private final Map<String, double[]> variables;
    private final double epsilon;
    private final Map<String, double[]> masks = new HashMap<>();
    private final Map<String, double[][][]> outputs = new HashMap<>();
    private Layer layer;

    PlainForward(Map<String, float[]> variables, double epsilon) {
        this(epsilon, doubles(variables));
    }

    /** Sees later changes of the variables. */
    PlainForward(double epsilon, Map<String, double[]> variables) {
        this.variables = variables;
        this.epsilon = epsilon;
    }

    static Map<String, double[]> doubles(Map<String, float[]> values) {
        Map<String, double[]> doubles = new HashMap<>();
        values.forEach((name, some) -> doubles.put(name, IntStream.range(0, some.length).mapToDouble(i -> some[i]).toArray()));
        return doubles;
    }

    /** What a dropout layer multiplies by; without it, nothing is dropped. */
    void mask(String layerName, double[] mask) {
        masks.put(layerName, mask);
    }

    /** Output of every layer by name. */
    Map<String, double[][][]> run(Network network, float[] pixels) {
        read(network, pixels);
        network.layers().forEach(this::run);
        return outputs;
    }

    /** Takes the image that {@link #run(Layer)} begins with. */
    void read(Network network, float[] pixels) {
        Shape input = network.input();
        double[][][] image = new double[input.height()][input.width()][input.channels()];
        for (int i = 0; i < pixels.length; i++) {
            int place = i / input.channels();
            image[place / input.width()][place % input.width()][i % input.channels()] = pixels[i];
        }
        outputs.put(Network.INPUT, image);
    }

    void run(Layer next) {
        layer = next;
        outputs.put(next.name(), next.operation().read(this));
    }

    double[][][] output(String layerName) {
        return outputs.get(layerName);
    }

    private double[][][] input(int i) {
        return outputs.get(layer.inputs().get(i));
    }

    private double[][][] empty() {
        return new double[layer.output().height()][layer.output().width()][layer.output().channels()];
    }

    private double[] variable(String kind) {
        return variables.get(layer.name() + "/" + kind);
    }

    private interface Cell {
        double at(int y, int x, int c);
    }

    private double[][][] fill(Cell cell) {
        double[][][] out = empty();
        for (int y = 0; y < out.length; y++) {
            for (int x = 0; x < out[0].length; x++) {
                for (int c = 0; c < out[0][0].length; c++) {
                    out[y][x][c] = cell.at(y, x, c);
                }
            }
        }
        return out;
    }

    @Override public double[][][] convolution(Operation.Convolution convolution) {
        double[][][] in = input(0);
        double[] kernel = variable("kernel");
        int channels = in[0][0].length / convolution.groups();
        return fill((y, x, filter) -> {
            double sum = 0;
            int first = filter * convolution.groups() / convolution.filters() * channels;
            for (int i = 0; i < convolution.size(); i++) {
                for (int j = 0; j < convolution.size(); j++) {
                    int row = y * convolution.stride() + i - convolution.padding().top();
                    int column = x * convolution.stride() + j - convolution.padding().left();
                    for (int c = 0; c < channels && row >= 0 && row < in.length && column >= 0 && column < in[0].length; c++) {
                        sum += in[row][column][first
                                + c] * kernel[((i * convolution.size() + j) * channels + c) * convolution.filters() + filter];
                    }
                }
            }
            return sum + (convolution.bias() ? variable("bias")[filter] : 0);
        });
    }

    @Override public double[][][] batchNorm(Operation.BatchNorm batchNorm) {
        double[] mean = variable("moving_mean");
        double[] variance = variable("moving_variance");
        double[] scale = variable("scale");
        double[] offset = variable("offset");
        return fill((y, x, c) -> (input(0)[y][x][c] - mean[c]) / Math.sqrt(variance[c] + epsilon) * scale[c] + offset[c]);
    }

    @Override public double[][][] relu(Operation.Relu relu) {
        return fill((y, x, c) -> Math.max(0, input(0)[y][x][c]));
    }

    @Override public double[][][] add(Operation.Add add) {
        return fill((y, x, c) -> input(0)[y][x][c] + input(1)[y][x][c]);
    }

    @Override public double[][][] paddedShortcut(Operation.PaddedShortcut shortcut) {
        double[][][] in = input(0);
        return fill((y, x, c) -> {
            int from = c - shortcut.channelsBefore();
            return from < 0 || from >= in[0][0].length ? 0 : in[y * shortcut.stride()][x * shortcut.stride()][from];
        });
    }

    @Override public double[][][] globalAveragePool(Operation.GlobalAveragePool pool) {
        double[][][] in = input(0);
        return fill((y, x, c) -> {
            double sum = 0;
            for (double[][] row : in) {
                for (double[] pixel : row) {
                    sum += pixel[c];
                }
            }
            return sum / (in.length * in[0].length);
        });
    }

    @Override public double[][][] dense(Operation.Dense dense) {
        double[][][] in = input(0);
        double[] kernel = variable("kernel");
        double[] bias = variable("bias");
        return fill((y, x, unit) -> {
            double sum = bias[unit];
            int feature = 0;
            for (double[][] row : in) {
                for (double[] pixel : row) {
                    for (double value : pixel) {
                        sum += value * kernel[feature++ * dense.units() + unit];
                    }
                }
            }
            return sum;
        });
    }

    @Override public double[][][] maxPool(Operation.MaxPool pool) {
        double[][][] in = input(0);
        return fill((y, x, c) -> {
            double largest = Double.NEGATIVE_INFINITY;
            int top = y * pool.stride() - pool.padding().top();
            int left = x * pool.stride() - pool.padding().left();
            for (int row = Math.max(0, top); row < Math.min(in.length, top + pool.size()); row++) {
                for (int column = Math.max(0, left); column < Math.min(in[0].length, left + pool.size()); column++) {
                    largest = Math.max(largest, in[row][column][c]);
                }
            }
            return largest;
        });
    }

    private static double mean(double[][][] in, int top, int bottom, int left, int right, int c) {
        double sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += in[row][column][c];
            }
        }
        return sum / ((bottom - top) * (right - left));
    }

    @Override public double[][][] averagePool(Operation.AveragePool pool) {
        return fill((y, x, c) -> mean(input(0), y * pool.stride(), y * pool.stride() + pool.size(), x * pool.stride(),
                x * pool.stride() + pool.size(), c));
    }

    /** PyTorch's documentation of AdaptiveAvgPool2d: from floor(i n / out) to ceil((i + 1) n / out). */
    @Override public double[][][] adaptiveAveragePool(Operation.AdaptiveAveragePool pool) {
        double[][][] in = input(0);
        double height = in.length / (double) pool.size();
        double width = in[0].length / (double) pool.size();
        return fill((y, x, c) -> mean(in, (int) Math.floor(y * height + 1e-9), (int) Math.ceil((y + 1) * height - 1e-9),
                (int) Math.floor(x * width + 1e-9), (int) Math.ceil((x + 1) * width - 1e-9), c));
    }

    @Override public double[][][] concatenate(Operation.Concatenate concatenate) {
        return fill((y, x, c) -> {
            int channel = c;
            for (int i = 0; ; i++) {
                double[] pixel = input(i)[y][x];
                if (channel < pixel.length) {
                    return pixel[channel];
                }
                channel -= pixel.length;
            }
        });
    }

    @Override public double[][][] localResponseNorm(Operation.LocalResponseNorm norm) {
        double[][][] in = input(0);
        return fill((y, x, c) -> {
            double squares = 0;
            for (int i = Math.max(0, c - norm.size() / 2); i <= Math.min(in[0][0].length - 1, c + norm.size() / 2); i++) {
                squares += in[y][x][i] * in[y][x][i];
            }
            return in[y][x][c] / Math.pow(norm.bias() + norm.alpha() / norm.size() * squares, norm.beta());
        });
    }

    @Override public double[][][] dropout(Operation.Dropout dropout) {
        double[][][] in = input(0);
        double[] mask = masks.get(layer.name());
        return mask == null ? in : fill((y, x, c) -> in[y][x][c] * mask[(y * in[0].length + x) * in[0][0].length + c]);
    }
}

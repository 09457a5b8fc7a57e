package org.resbench.tf;

import java.util.HashMap;
import java.util.Map;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;
import org.resbench.arch.Shape;

/** A network on one image in nested loops and double precision, to hold TensorFlow's graphs against. Maps are {@code [height][width][channels]}. */
final class PlainForward implements Operation.Reader<double[][][]> {
    private final Map<String, float[]> variables;
    private final double epsilon;
    private final Map<String, double[][][]> outputs = new HashMap<>();
    private Layer layer;

    PlainForward(Map<String, float[]> variables, double epsilon) {
        this.variables = variables;
        this.epsilon = epsilon;
    }

    /** Output of every layer by name. */
    Map<String, double[][][]> run(Network network, float[] pixels) {
        Shape input = network.input();
        double[][][] image = new double[input.height()][input.width()][input.channels()];
        for (int i = 0; i < pixels.length; i++) {
            int place = i / input.channels();
            image[place / input.width()][place % input.width()][i % input.channels()] = pixels[i];
        }
        outputs.put(Network.INPUT, image);
        for (Layer next : network.layers()) {
            layer = next;
            outputs.put(next.name(), next.operation().read(this));
        }
        return outputs;
    }

    private double[][][] input(int i) {
        return outputs.get(layer.inputs().get(i));
    }

    private double[][][] empty() {
        return new double[layer.output().height()][layer.output().width()][layer.output().channels()];
    }

    private float[] variable(String kind) {
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
        float[] kernel = variable("kernel");
        int channels = in[0][0].length;
        return fill((y, x, filter) -> {
            double sum = 0;
            for (int i = 0; i < convolution.size(); i++) {
                for (int j = 0; j < convolution.size(); j++) {
                    int row = y * convolution.stride() + i - convolution.padding().top();
                    int column = x * convolution.stride() + j - convolution.padding().left();
                    for (int c = 0; c < channels && row >= 0 && row < in.length && column >= 0 && column < in[0].length; c++) {
                        sum += in[row][column][c] * kernel[((i * convolution.size() + j) * channels + c) * convolution.filters() + filter];
                    }
                }
            }
            return sum;
        });
    }

    @Override public double[][][] batchNorm(Operation.BatchNorm batchNorm) {
        float[] mean = variable("moving_mean");
        float[] variance = variable("moving_variance");
        float[] scale = variable("scale");
        float[] offset = variable("offset");
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
        float[] kernel = variable("kernel");
        float[] bias = variable("bias");
        return fill((y, x, unit) -> {
            double sum = bias[unit];
            for (int c = 0; c < in[0][0].length; c++) {
                sum += in[0][0][c] * kernel[c * dense.units() + unit];
            }
            return sum;
        });
    }
}

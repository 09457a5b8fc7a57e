package org.resbench.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Operation;
import org.resbench.arch.Shape;
import org.resbench.arch.counting.KernelReader;

/** One array of numbers that a trained network consists of.
 * @param shape as TensorFlow has it: kernels {@code [height, width, in, out]} (in of one group) or {@code [features, units]}, everything
 *     else {@code [channels]}
 * @param input the map that the layer reads; a fully connected layer reads it flattened, row by row, channels last */
public record Variable(String layer, Role role, List<Integer> shape, Shape input) {
    /** What the numbers are for. */
    public enum Role {
        KERNEL, BIAS, SCALE, OFFSET, MOVING_MEAN, MOVING_VARIANCE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Variable {
        shape = List.copyOf(shape);
    }

    /** Such as {@code stage1.block1.conv1/kernel}. */
    public String name() {
        return layer + "/" + role.word();
    }

    /** Number of values. */
    public long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** All of a network, in its order; moving statistics included. */
    public static List<Variable> of(Network network) {
        Map<String, Shape> shapes = new HashMap<>();
        shapes.put(Network.INPUT, network.input());
        List<Variable> variables = new ArrayList<>();
        for (Layer layer : network.layers()) {
            variables.addAll(layer.operation().read(new OfLayer(layer.name(), shapes.get(layer.inputs().get(0)))));
            shapes.put(layer.name(), layer.output());
        }
        return List.copyOf(variables);
    }

    private record OfLayer(String layer, Shape input) implements KernelReader<List<Variable>> {
        @Override public List<Variable> convolution(Operation.Convolution convolution) {
            Variable kernel = variable(Role.KERNEL, convolution.size(), convolution.size(), input.channels() / convolution.groups(),
                    convolution.filters());
            return convolution.bias() ? List.of(kernel, variable(Role.BIAS, convolution.filters())) : List.of(kernel);
        }

        @Override public List<Variable> dense(Operation.Dense dense) {
            return List.of(variable(Role.KERNEL, Math.toIntExact(input.elements()), dense.units()), variable(Role.BIAS, dense.units()));
        }

        @Override public List<Variable> batchNorm(Operation.BatchNorm batchNorm) {
            return List.of(variable(Role.SCALE, input.channels()), variable(Role.OFFSET, input.channels()),
                    variable(Role.MOVING_MEAN, input.channels()), variable(Role.MOVING_VARIANCE, input.channels()));
        }

        @Override public List<Variable> withoutKernel() {
            return List.of();
        }

        private Variable variable(Role role, Integer... sizes) {
            return new Variable(layer, role, List.of(sizes), input);
        }
    }
}

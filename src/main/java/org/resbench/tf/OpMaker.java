package org.resbench.tf;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.GraphOperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.proto.DataType;

/** Adds single operations to a graph. Goes past {@code Ops}, whose helpers ({@code zeros}, {@code withSubScope}) walk the whole graph each
 * time and make building a deep network quadratic. */
final class OpMaker {
    private final Graph graph;
    private int constants;

    OpMaker(Graph graph) {
        this.graph = graph;
    }

    Graph graph() {
        return graph;
    }

    GraphOperationBuilder op(String type, String name) {
        return graph.opBuilder(type, name, graph.baseScope());
    }

    GraphOperation apply(String type, String name, Output<?>... inputs) {
        GraphOperationBuilder builder = op(type, name);
        for (Output<?> input : inputs) {
            builder.addInput(input);
        }
        return builder.build();
    }

    Output<?> unary(String type, String name, Output<?>... inputs) {
        return apply(type, name, inputs).output(0);
    }

    Output<?> placeholder(String name, DataType type, Shape shape) {
        return op("Placeholder", name).setAttr("dtype", type).setAttr("shape", shape).build().output(0);
    }

    Output<?> scalar(float value) {
        try (TFloat32 tensor = TFloat32.scalarOf(value)) {
            return constant(tensor, DataType.DT_FLOAT);
        }
    }

    /** An empty float vector, which training batch norm wants for the statistics that it does not read. */
    Output<?> emptyVector() {
        try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(0))) {
            return constant(tensor, DataType.DT_FLOAT);
        }
    }

    Output<?> vector(int... values) {
        try (TInt32 tensor = TInt32.vectorOf(values)) {
            return constant(tensor, DataType.DT_INT32);
        }
    }

    Output<?> scalar(int value) {
        try (TInt32 tensor = TInt32.scalarOf(value)) {
            return constant(tensor, DataType.DT_INT32);
        }
    }

    Output<?> scalar(long value) {
        try (TInt64 tensor = TInt64.scalarOf(value)) {
            return constant(tensor, DataType.DT_INT64);
        }
    }

    /** A matrix of floats, row by row. */
    Output<?> constant(int rows, int columns, float[] values) {
        try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(rows, columns), DataBuffers.of(values, true, false))) {
            return constant(tensor, DataType.DT_FLOAT);
        }
    }

    /** Rows of equal length, row by row. */
    Output<?> matrix(int columns, int... values) {
        try (TInt32 tensor = TInt32.tensorOf(Shape.of(values.length / columns, columns))) {
            for (int i = 0; i < values.length; i++) {
                tensor.setInt(values[i], i / columns, i % columns);
            }
            return constant(tensor, DataType.DT_INT32);
        }
    }

    /** The value in that type; itself if it has it. */
    Output<?> cast(String name, Output<?> value, DataType type) {
        return value.dataType() == type ? value : op("Cast", name).addInput(value).setAttr("DstT", type).build().output(0);
    }

    private Output<?> constant(Tensor value, DataType type) {
        return op("Const", "const/" + constants++).setAttr("dtype", type).setAttr("value", value).build().output(0);
    }

    /** An operation that does nothing and is done when all of these are. */
    GraphOperation group(String name, List<? extends org.tensorflow.Operation> after) {
        GraphOperationBuilder builder = op("NoOp", name);
        after.forEach(builder::addControlInput);
        return builder.build();
    }
}

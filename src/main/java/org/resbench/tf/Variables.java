package org.resbench.tf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** The resource variables of one graph, by name, with what it takes to read and write their values. */
final class Variables {
    /** @param read read once a step, before any update */
    record Variable(String name, Shape shape, Output<?> handle, Output<?> read, Output<?> feed, Operation write) {}

    private final OpMaker ops;
    private final Map<String, Variable> all = new LinkedHashMap<>();

    Variables(OpMaker ops) {
        this.ops = ops;
    }

    Variable add(String name, Shape shape) {
        Output<?> handle = ops.op("VarHandleOp", name).setAttr("dtype", DataType.DT_FLOAT).setAttr("shape", shape)
                .setAttr("shared_name", name).setAttr("container", "").build().output(0);
        Output<?> read = ops.op("ReadVariableOp", name + "/read").addInput(handle).setAttr("dtype", DataType.DT_FLOAT).build().output(0);
        Output<?> feed = ops.placeholder(name + "/feed", DataType.DT_FLOAT, shape);
        GraphOperation write = assign(name + "/write", handle, feed, List.of());
        Variable variable = new Variable(name, shape, handle, read, feed, write);
        all.put(name, variable);
        return variable;
    }

    GraphOperation assign(String name, Output<?> handle, Output<?> value, List<? extends Operation> after) {
        var builder = ops.op("AssignVariableOp", name).addInput(handle).addInput(value).setAttr("dtype", DataType.DT_FLOAT);
        after.forEach(builder::addControlInput);
        return builder.build();
    }

    Variable get(String name) {
        return all.get(name);
    }

    /** One of them. */
    Variable any() {
        return all.values().iterator().next();
    }

    Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        all.forEach((name, variable) -> shapes.put(name, variable.shape()));
        return shapes;
    }

    /** Writes values, row-major.
     * @throws IllegalArgumentException if a value is missing or has another size */
    void write(Session session, Map<String, float[]> values) {
        Session.Runner runner = session.runner();
        List<TFloat32> tensors = new ArrayList<>();
        try {
            for (Map.Entry<String, float[]> entry : values.entrySet()) {
                Variable variable = all.get(entry.getKey());
                if (variable == null || variable.shape().size() != entry.getValue().length) {
                    throw new IllegalArgumentException("no variable '" + entry.getKey() + "' of " + entry.getValue().length + " values");
                }
                TFloat32 tensor = TFloat32.tensorOf(variable.shape(), DataBuffers.of(entry.getValue(), true, false));
                tensors.add(tensor);
                runner.feed(variable.feed(), tensor).addTarget(variable.write());
            }
            runner.run().close();
        } finally {
            tensors.forEach(TFloat32::close);
        }
    }

    /** Reads every variable. */
    Map<String, float[]> read(Session session) {
        Session.Runner runner = session.runner();
        all.values().forEach(variable -> runner.fetch(variable.read()));
        Map<String, float[]> values = new LinkedHashMap<>();
        try (Result result = runner.run()) {
            int i = 0;
            for (String name : all.keySet()) {
                values.put(name, floats((TFloat32) result.get(i++)));
            }
        }
        return values;
    }

    static float[] floats(TFloat32 tensor) {
        float[] values = new float[Math.toIntExact(tensor.size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }
}

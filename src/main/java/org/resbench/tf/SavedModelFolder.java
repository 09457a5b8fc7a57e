package org.resbench.tf;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resbench.arch.Network;
import org.resbench.data.Normalisation;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** A network as a TensorFlow SavedModel that needs nothing else: the weights are constants in its graph, and so is what is taken off the
 * pixels and divided by. Loaded with the tag {@code serve}; its signature {@code serving_default} takes {@code images} (float32 {@code [n,
 * height, width, 3]}, RGB, 0 to 255) and yields {@code logits} and {@code probabilities} (float32 {@code [n, classes]}).
 * @see "tensorflow/core/protobuf/saved_model.proto, meta_graph.proto" */
public final class SavedModelFolder {
    private static final String TAG = "serve";
    private static final String SIGNATURE = "serving_default";
    private static final String METHOD = "tensorflow/serving/predict";
    private static final String READ = "ReadVariableOp";
    /** A protobuf message, which the file is, cannot be longer than 2 GiB. */
    private static final long MOST_VALUES = (2L << 30) / Float.BYTES - (1 << 24);

    private final Network network;
    private final Map<String, float[]> weights;
    private Map<String, Shape> shapes = Map.of();

    private SavedModelFolder(Network network, Map<String, float[]> weights) {
        this.network = network;
        this.weights = weights;
    }

    /** Writes {@code saved_model.pb} and, for people, {@code assets.extra/classes.txt}.
     * @param folder made if need be
     * @param epsilon of batch norm
     * @param classes names, one for each score; may be empty
     * @throws IllegalArgumentException if a weight is missing or has another size, or all together are too many for the format
     * @throws IOException if the folder cannot be written */
    public static void write(Path folder, Network network, Map<String, float[]> weights, double epsilon, Normalisation input,
            List<String> classes)
            throws IOException {
        long values = weights.values().stream().mapToLong(array -> array.length).sum();
        if (values > MOST_VALUES) {
            throw new IllegalArgumentException(network.name() + " has " + values
                    + " weights; a SavedModel with its weights inside holds at most " + MOST_VALUES);
        }
        byte[] model = new SavedModelFolder(network, weights).model(epsilon, input).toByteArray();
        Files.createDirectories(folder);
        Files.write(folder.resolve("saved_model.pb"), model);
        if (!classes.isEmpty()) {
            Path names = Files.createDirectories(folder.resolve("assets.extra")).resolve("classes.txt");
            Files.writeString(names, String.join("\n", classes) + "\n");
        }
    }

    private SavedModel model(double epsilon, Normalisation input) {
        try (Graph graph = new Graph()) {
            OpMaker ops = new OpMaker(graph);
            org.resbench.arch.Shape image = network.input();
            Shape shape = Shape.of(-1, image.height(), image.width(), image.channels());
            Output<?> images = ops.placeholder("images", DataType.DT_FLOAT, shape);
            Output<?> unit = ops.unary("RealDiv", "input/unit", images, ops.scalar(255f));
            Shape pixel = Shape.of(image.height(), image.width(), image.channels());
            Output<?> mean = ops.placeholder("input/mean", DataType.DT_FLOAT, pixel);
            Output<?> scale = ops.placeholder("input/scale", DataType.DT_FLOAT, pixel);
            Output<?> scaled = ops.unary("Mul", "input/scaled", ops.unary("Sub", "input/centred", unit, mean), scale);
            Variables variables = new Variables(ops);
            Output<?> scores = Lowering.forTesting(ops, variables, epsilon).lower(network, scaled);
            shapes = variables.shapes();
            Output<?> logits = ops.unary("Identity", "logits", scores);
            Output<?> probabilities = ops.unary("Softmax", "probabilities", logits);
            Map<String, NodeDef> constants = Map.of("input/mean", constant("input/mean", input.mean(), pixel),
                    "input/scale", constant("input/scale", input.scale(), pixel));
            GraphDef frozen = frozen(graph.toGraphDef(), constants, List.of("logits", "probabilities"));
            SignatureDef signature = SignatureDef.newBuilder().setMethodName(METHOD).putInputs("images", info(images))
                    .putOutputs("logits", info(logits)).putOutputs("probabilities", info(probabilities)).build();
            MetaGraphDef.MetaInfoDef about = MetaGraphDef.MetaInfoDef.newBuilder().addTags(TAG).setTensorflowVersion(TensorFlow.version())
                    .build();
            return SavedModel.newBuilder().setSavedModelSchemaVersion(1)
                    .addMetaGraphs(MetaGraphDef.newBuilder().setMetaInfoDef(about).setGraphDef(frozen)
                    .putSignatureDef(SIGNATURE, signature)).build();
        }
    }

    /** What the outputs need of a graph, in its order, with every variable that is read replaced by its value. */
    private GraphDef frozen(GraphDef graph, Map<String, NodeDef> constants, List<String> outputs) {
        Map<String, NodeDef> nodes = new HashMap<>();
        graph.getNodeList().forEach(node -> nodes.put(node.getName(), frozen(node, constants)));
        Set<String> needed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (needed.add(name)) {
                nodes.get(name).getInputList().forEach(input -> open.push(producer(input)));
            }
        }
        GraphDef.Builder frozen = GraphDef.newBuilder().setVersions(graph.getVersions());
        graph.getNodeList().stream().filter(node -> needed.contains(node.getName()))
                .forEach(node -> frozen.addNode(nodes.get(node.getName())));
        return frozen.build();
    }

    /** {@code name:1} and {@code ^name} are outputs of {@code name}. */
    private static String producer(String input) {
        String name = input.startsWith("^") ? input.substring(1) : input;
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    }

    private NodeDef frozen(NodeDef node, Map<String, NodeDef> constants) {
        if (constants.containsKey(node.getName())) {
            return constants.get(node.getName());
        }
        if (!node.getOp().equals(READ)) {
            return node;
        }
        String variable = producer(node.getInput(0));
        float[] values = weights.get(variable);
        if (values == null) {
            throw new IllegalArgumentException(network.name() + ": no value for " + variable);
        }
        return constant(node.getName(), values, shapes.get(variable));
    }

    private static NodeDef constant(String name, float[] values, Shape shape) {
        if (shape.size() != values.length) {
            throw new IllegalArgumentException(name + " has " + values.length + " values, not the " + shape.size() + " of its shape "
                    + shape);
        }
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorProto tensor = TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(proto(shape))
                .setTensorContent(ByteString.copyFrom(bytes)).build();
        return NodeDef.newBuilder().setName(name).setOp("Const").putAttr("dtype", AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
                .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build()).build();
    }

    private static TensorInfo info(Output<?> output) {
        return TensorInfo.newBuilder().setName(output.op().name() + ":" + output.index()).setDtype(DataType.DT_FLOAT)
                .setTensorShape(proto(output.shape())).build();
    }

    private static TensorShapeProto proto(Shape shape) {
        TensorShapeProto.Builder proto = TensorShapeProto.newBuilder();
        for (long size : shape.asArray()) {
            proto.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
        }
        return proto.build();
    }
}

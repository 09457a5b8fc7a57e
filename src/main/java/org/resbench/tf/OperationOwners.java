package org.resbench.tf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;

/** Which layer of a network each operation of its graph belongs to. Forward operations and variables carry their layer's name. Gradients,
 * which TensorFlow only numbers, are traced through the graph: those that only updates of a layer's parameters read are that layer's;
 * others belong to the forward operation whose inputs and outputs are all that they read of the forward pass. */
final class OperationOwners {
    /** @param layer empty for none @param type as in the graph, empty if the graph has no such operation */
    record Owner(String layer, StepTrace.Phase phase, int inputs, String type) {}

    private static final Owner UNKNOWN = new Owner("", StepTrace.Phase.UNKNOWN, 0, "");
    private static final String GRADIENTS = "gradients/";
    /** In the types of operations that TensorFlow makes of several, beside what they begin with. */
    private static final String FUSED = "Fused";
    /** Batch norm with the ReLU after it; see {@link NormRelu}. */
    private static final String NORM_RELU = "_FusedBatchNormEx";
    private static final List<String> PRODUCTS = List.of("Conv2D", "MatMul");
    /** Forward types by those of their gradients, where the one name is not part of the other. */
    private static final Map<String, String> GRADIENT_OF = Map.of("Slice", "Pad", "BroadcastGradientArgs", "AddV2", "Tile", "Mean");

    private final Map<String, Layer> layers = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, GraphOperation> operations = new LinkedHashMap<>();
    private final Map<String, List<GraphOperation>> readers = new HashMap<>();
    private final Map<String, String> parameterGradients = new HashMap<>();
    /** What an operation without any gradient among its inputs reads of the forward pass: shapes and the like. */
    private final Map<String, Set<String>> helpers = new HashMap<>();
    private final Map<String, Owner> owners = new HashMap<>();

    OperationOwners(Graph graph, Network network) {
        for (Layer layer : network.layers()) {
            layers.put(layer.name(), layer);
            order.put(layer.name(), order.size());
        }
        for (var all = graph.operations(); all.hasNext();) {
            GraphOperation operation = (GraphOperation) all.next();
            operations.put(operation.name(), operation);
            inputs(operation).forEach(input -> readers.computeIfAbsent(input.name(), name -> new ArrayList<>()).add(operation));
        }
        List<GraphOperation> made = new ArrayList<>(operations.values());
        for (int i = made.size() - 1; i >= 0; i--) {
            markParameterGradient(made.get(i));
        }
        made.forEach(operation -> owners.put(operation.name(), owner(operation)));
    }

    Owner of(String name) {
        return owners.getOrDefault(name, UNKNOWN);
    }

    /** As the other {@code of}, for an operation that TensorFlow made of several: a convolution with the batch norm, ReLU or bias after it
     * goes by the last one's name and is the convolution's.
     * @param type of what ran @param ran names of all that ran */
    Owner of(String name, String type, Set<String> ran) {
        Owner owner = of(name);
        if (owner.phase() != StepTrace.Phase.FORWARD || !type.contains(FUSED)) {
            return owner;
        }
        String product = PRODUCTS.stream().filter(type::contains).findFirst().orElse("");
        Deque<GraphOperation> near = new ArrayDeque<>(List.of(operations.get(name)));
        while (!product.isEmpty() && !near.isEmpty()) {
            GraphOperation operation = near.remove();
            if (operation.type().equals(product)) {
                return of(operation.name());
            }
            inputs(operation).stream().filter(input -> !ran.contains(input.name())).forEach(near::add);
        }
        return owner;
    }

    private static List<GraphOperation> inputs(GraphOperation operation) {
        List<GraphOperation> inputs = new ArrayList<>();
        for (int i = 0; i < operation.numInputs(); i++) {
            inputs.add((GraphOperation) operation.input(i).op());
        }
        return inputs;
    }

    /** The layer in {@code train/layer/what} and {@code test/layer/what}; null if there is none. */
    private String forwardLayer(String name) {
        String[] parts = name.split("/", 3);
        return parts.length == 3 && (parts[0].equals("train") || parts[0].equals("test")) && layers.containsKey(parts[1]) ? parts[1] : null;
    }

    /** The layer in {@code layer/variable} and {@code layer/variable/what}; null if there is none. */
    private String variableLayer(String name) {
        int slash = name.indexOf('/');
        return slash > 0 && layers.containsKey(name.substring(0, slash)) ? name.substring(0, slash) : null;
    }

    private boolean isForward(String name) {
        return name.startsWith("train/") || name.startsWith("test/");
    }

    private void markParameterGradient(GraphOperation operation) {
        String name = operation.name();
        if (!name.startsWith(GRADIENTS) && (isForward(name) || variableLayer(name) != null)) {
            return;
        }
        Set<String> read = new HashSet<>();
        for (GraphOperation reader : readers.getOrDefault(name, List.of())) {
            String layer = variableLayer(reader.name());
            read.add(layer != null ? layer : parameterGradients.getOrDefault(reader.name(), ""));
        }
        if (read.size() == 1 && !read.contains("")) {
            parameterGradients.put(name, read.iterator().next());
        }
    }

    private Owner owner(GraphOperation operation) {
        String name = operation.name();
        int inputs = operation.numInputs();
        if (isForward(name)) {
            String layer = forwardLayer(name);
            return new Owner(layer == null ? "" : layer, StepTrace.Phase.FORWARD, inputs, operation.type());
        }
        String variable = variableLayer(name);
        boolean ofUpdates = inputs > 0 && inputs(operation).stream().allMatch(input -> variableLayer(input.name()) != null);
        if (variable != null || operation.type().equals("NoOp") || ofUpdates && !name.startsWith(GRADIENTS)) {
            return new Owner(variable == null ? "" : variable, StepTrace.Phase.UPDATE, inputs, operation.type());
        }
        boolean backward = name.startsWith(GRADIENTS) || inputs(operation).stream().anyMatch(input -> isBackward(input.name()));
        if (!backward) {
            return new Owner("", StepTrace.Phase.UNKNOWN, inputs, operation.type());
        }
        String parameters = parameterGradients.get(name);
        if (parameters != null) {
            return new Owner(parameters, StepTrace.Phase.GRADIENTS_TO_PARAMETERS, inputs, operation.type());
        }
        return new Owner(gradientLayer(operation), StepTrace.Phase.GRADIENTS_TO_INPUTS, inputs, operation.type());
    }

    private boolean isBackward(String name) {
        Owner known = owners.get(name);
        return known != null && (known.phase() == StepTrace.Phase.GRADIENTS_TO_INPUTS
                || known.phase() == StepTrace.Phase.GRADIENTS_TO_PARAMETERS);
    }

    private String gradientLayer(GraphOperation operation) {
        Set<String> read = new HashSet<>();
        List<String> gradients = new ArrayList<>();
        for (GraphOperation input : inputs(operation)) {
            String name = input.name();
            String variable = variableLayer(name);
            if (variable != null) {
                return variable;
            }
            if (isForward(name)) {
                read.add(name);
            } else if (helpers.containsKey(name)) {
                read.addAll(helpers.get(name));
            } else if (isBackward(name)) {
                gradients.add(name);
            }
        }
        if (gradients.isEmpty()) {
            helpers.put(operation.name(), read);
        }
        return read.isEmpty() ? ofGradients(operation, gradients) : ofForward(operation, read);
    }

    private String ofForward(GraphOperation operation, Set<String> read) {
        List<GraphOperation> candidates = null;
        for (String name : read) {
            List<GraphOperation> touching = new ArrayList<>(readers.getOrDefault(name, List.of()));
            touching.add(operations.get(name));
            touching.removeIf(one -> !isForward(one.name()));
            if (candidates == null) {
                candidates = touching;
            } else {
                candidates.retainAll(touching);
            }
        }
        String latest = "";
        boolean latestMatches = false;
        for (GraphOperation candidate : candidates) {
            String layer = forwardLayer(candidate.name());
            if (layer != null && operation.type().equals("ReluGrad") && candidate.type().equals(NORM_RELU)
                    && read.contains(candidate.name())) {
                return reader(layer);
            }
            boolean matches = operation.type().contains(candidate.type())
                    || candidate.type().startsWith(GRADIENT_OF.getOrDefault(operation.type(), "-"));
            if (layer != null && (latest.isEmpty() || matches && !latestMatches
                    || matches == latestMatches && order.get(layer) > order.get(latest))) {
                latest = layer;
                latestMatches = matches;
            }
        }
        return latest;
    }

    /** The one layer that reads another. */
    private String reader(String read) {
        return layers.values().stream().filter(layer -> layer.inputs().contains(read)).map(Layer::name).findFirst().orElse("");
    }

    /** A sum of gradients belongs to the layer that several others read; anything else to the layer that its gradient comes from. */
    private String ofGradients(GraphOperation operation, List<String> gradients) {
        List<String> from = gradients.stream().map(name -> owners.get(name).layer()).filter(layer -> !layer.isEmpty()).toList();
        if (from.isEmpty()) {
            return "";
        }
        String first = from.stream().min((a, b) -> order.get(a) - order.get(b)).orElseThrow();
        if (operation.type().equals("AddN")) {
            String read = layers.get(first).inputs().get(0);
            return layers.containsKey(read) ? read : "";
        }
        return from.get(0);
    }
}

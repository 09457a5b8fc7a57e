package org.resbench.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.resbench.arch.Architecture;
import org.resbench.arch.Network;

/** Which tensor of a file is which variable of a network.
 * @param naming whose names the file has
 * @param tensors the file's name for each variable, in the network's order */
public record Mapping(Network network, Naming naming, Map<Variable, String> tensors) {
    /** Our files keep beside the weights what the network's input needs, under this. */
    public static final String INPUT_PREFIX = "input/";
    /** PyTorch's batch norm counts its batches; nothing computes with it. */
    private static final String COUNTER = ".num_batches_tracked";
    /** A file of another network would fill screens. */
    private static final int MOST_LISTED = 100;
    /** More than any data set has; a file that says so is of something else. */
    private static final int MOST_CLASSES = 1_000_000;

    /** @throws WeightsException if that naming has no names for such a network */
    public static Mapping of(Network network, Naming naming) {
        Map<Variable, String> tensors = new LinkedHashMap<>();
        for (Variable variable : Variable.of(network)) {
            tensors.put(variable, naming.tensor(variable).orElseThrow(() -> new WeightsException(naming.word() + " has no name for layer '"
                    + variable.layer() + "' of " + network.name() + "; use the names " + Naming.RESBENCH.word())));
        }
        return new Mapping(network, naming, tensors);
    }

    /** The naming under which most of the file's tensors are known.
     * @param file of weights */
    public static Mapping fitting(Network network, SafetensorsFile file) {
        return Arrays.stream(Naming.values()).filter(naming -> Variable.of(network).stream().allMatch(v -> naming.tensor(v).isPresent()))
                .map(naming -> of(network, naming))
                .max(Comparator.comparingLong(mapping -> mapping.tensors.values().stream().filter(file.tensors()::containsKey).count()))
                .orElseThrow();
    }

    /** How many classes a file has scores for, by the bias of the network's last layer; empty if the file has none under any naming. */
    public static OptionalInt classes(Architecture architecture, SafetensorsFile file) {
        List<Variable> all = Variable.of(architecture.standardNetwork());
        Variable last = all.get(all.size() - 1);
        return Arrays.stream(Naming.values()).flatMap(naming -> naming.tensor(last).stream()).map(file.tensors()::get)
                .filter(entry -> entry != null && entry.shape().size() == 1 && entry.size() >= 2 && entry.size() <= MOST_CLASSES)
                .mapToInt(entry -> (int) entry.size()).findFirst();
    }

    /** The network's variables by their names, in its own layout.
     * @throws WeightsException naming everything that the file lacks, has too much, or has in another shape or type */
    public Map<String, float[]> read(SafetensorsFile file) {
        require(file, Set.of());
        Map<String, float[]> values = new LinkedHashMap<>();
        tensors.forEach((variable, tensor) -> values.put(variable.name(), naming.layout().read(variable, file.read(tensor))));
        return values;
    }

    /** Tensors for a file, by name.
     * @param values of every variable, by our names
     * @throws IllegalArgumentException if one is missing */
    public Map<String, Tensor> write(Map<String, float[]> values) {
        Map<String, Tensor> written = new TreeMap<>();
        tensors.forEach((variable, tensor) -> {
            float[] ours = values.get(variable.name());
            if (ours == null) {
                throw new IllegalArgumentException("no value for " + variable.name());
            }
            written.put(tensor, new Tensor(naming.layout().shape(variable), naming.layout().write(variable, ours)));
        });
        return written;
    }

    /** @param without layers whose tensors may be missing or of any shape
     * @throws WeightsException as {@link #read} */
    void require(SafetensorsFile file, Set<String> without) {
        List<String> wrong = new ArrayList<>();
        Set<String> unused = new TreeSet<>(file.tensors().keySet());
        unused.removeIf(name -> name.endsWith(COUNTER) || name.startsWith(INPUT_PREFIX));
        tensors.forEach((variable, name) -> {
            unused.remove(name);
            if (!without.contains(variable.layer())) {
                wrong.addAll(wrong(variable, name, file.tensors().get(name)));
            }
        });
        unused.forEach(name -> wrong.add("unused: '" + name + "' " + file.tensors().get(name).shape()
                + " is in the file, but no part of the network"));
        if (wrong.isEmpty()) {
            return;
        }
        int more = wrong.size() - MOST_LISTED;
        throw new WeightsException(file.path() + " does not hold the weights of " + network.name() + " for " + network.classes()
                + " classes (names: "
                + naming.word() + "); name another network with --network, or another file:\n  "
                + String.join("\n  ", more > 0 ? wrong.subList(0, MOST_LISTED) : wrong) + (more > 0 ? "\n  and " + more + " more" : ""));
    }

    private List<String> wrong(Variable variable, String name, TensorEntry found) {
        if (found == null) {
            return List.of("missing: '" + name + "' " + naming.layout().shape(variable));
        }
        if (!found.isShaped(naming.layout().shape(variable))) {
            return List.of("misshapen: '" + name + "' is " + found.shape() + ", must be " + naming.layout().shape(variable));
        }
        return found.type().isWeight() ? List.of() : List.of("no numbers to compute with: '" + name + "' is " + found.type()
                + ", must be F32, F16, BF16 or F64");
    }
}

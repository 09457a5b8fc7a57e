package org.resbench.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.resbench.arch.Architecture;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.runs.Json;
import org.resbench.weights.Conventions;
import org.resbench.weights.Mapping;
import org.resbench.weights.SafetensorsFile;
import org.resbench.weights.Setting;
import org.resbench.weights.WeightsException;

/** A file of weights that somebody trained, with what its {@code __metadata__} says. */
public final class WeightsFile {
    /** Keys of ours beside those of {@link Setting}. */
    static final String NETWORK = "network";
    static final String CLASSES = "classes";
    static final String INPUT_SIZE = "input_size";
    static final String SOURCE = "source";
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})x(\\d{1,4})x3");

    private final SafetensorsFile file;

    private WeightsFile(SafetensorsFile file) {
        this.file = file;
    }

    /** @throws WeightsException if it is no whole safetensors file */
    public static WeightsFile open(Path path) {
        return new WeightsFile(SafetensorsFile.open(path));
    }

    /** Side in pixels of the square images that it was trained for; empty if it does not say. */
    public OptionalInt imageSize() {
        return inputSize().filter(size -> size.height() == size.width()).map(size -> OptionalInt.of(size.height()))
                .orElse(OptionalInt.empty());
    }

    /** Input that it was trained for; empty if it does not say. */
    public Optional<Shape> inputSize() {
        Matcher size = SIZE.matcher(file.metadata().getOrDefault(INPUT_SIZE, ""));
        return size.matches() ? Optional.of(new Shape(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), 3))
                : Optional.empty();
    }

    /** Names of the classes in label order; empty if it does not say. */
    public List<String> classes() {
        String text = file.metadata().getOrDefault(CLASSES, "").strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (!text.startsWith("[")) {
            return Arrays.stream(text.split(",")).map(String::strip).toList();
        }
        try {
            List<String> names = new ArrayList<>();
            for (JsonNode name : Json.readTree(text)) {
                names.add(name.asText());
            }
            return names;
        } catch (JsonProcessingException e) {
            throw new WeightsException(file.path() + ": classes in its __metadata__ are no list of names", e);
        }
    }

    /** The network for as many classes as the file has scores for.
     * @param input size of the images; empty for what the file says, else what the network was made for
     * @throws WeightsException as {@link #network(Optional, Shape, int, Map)} */
    public TrainedNetwork network(Optional<String> name, Optional<Shape> input, Map<Setting, String> given) {
        Architecture architecture = find(label(name));
        return network(name, input.or(this::inputSize).orElse(architecture.standardInput()),
                Mapping.classes(architecture, file).orElse(architecture.standardClasses()), given);
    }

    private String label(Optional<String> name) {
        return name.or(() -> Optional.ofNullable(file.metadata().get(NETWORK))).orElseThrow(() ->
                new WeightsException(file.path()
                        + ": does not say of which network it is; name it with --network, such as --network resnet-20"));
    }

    /** @param name of the network; empty if the file is to say it
     * @param input size of the images
     * @param classes number of classes
     * @param given settings that overrule the file
     * @throws WeightsException if neither name nor file names a network, a setting is missing, or the tensors are not of that network */
    public TrainedNetwork network(Optional<String> name, Shape input, int classes, Map<Setting, String> given) {
        Conventions conventions = Conventions.of(find(label(name)), file, given);
        Architecture architecture = conventions.architecture();
        Network network = build(architecture, input, classes);
        Mapping mapping = Mapping.fitting(network, file);
        Conventions.requireStride(architecture, mapping.naming(), file);
        Map<String, float[]> weights = mapping.read(file);
        if (conventions.input().hasPixelMean() && conventions.input().pixelMean().values().length != input.elements()) {
            throw new WeightsException(file.path() + ": its mean image is of " + conventions.input().pixelMean().shape()
                    + ", the images here are " + input
                    + "; use images of that size, or give --input-mean");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("weights", file.path().toString());
        Optional.ofNullable(file.metadata().get(SOURCE)).ifPresent(source -> facts.put("weights_source", source));
        facts.put("names", mapping.naming().word());
        conventions.said().forEach((setting, said) -> facts.put(setting.key(), said.value() + " (" + said.source() + ")"));
        return new TrainedNetwork(file.path().toString(), architecture, network, weights, conventions.epsilon(), conventions.input(),
                classes(), facts);
    }

    private Architecture find(String label) {
        try {
            return Catalogue.find(label);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(e.getMessage(), e);
        }
    }

    private Network build(Architecture architecture, Shape input, int classes) {
        try {
            return architecture.network(input, classes);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(e.getMessage(), e);
        }
    }
}

package org.resbench.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.arch.Network;
import org.resbench.data.DataRequest;
import org.resbench.data.DataSet;
import org.resbench.runs.RunStore;
import org.resbench.runs.StartingWeights;
import org.resbench.spec.InitialiseFrom;
import org.resbench.spec.Trial;
import org.resbench.weights.Variable;
import org.resbench.weights.WeightsException;

/** What a trial takes over from a trained network.
 * @param source the trained network, with its scaling of images
 * @param copied values by variable, of the layers that are not drawn anew
 * @param drawn layers that are drawn anew, in the network's order */
public record Transfer(TrainedNetwork source, Map<String, float[]> copied, Set<String> drawn) {
    public Transfer {
        copied = Map.copyOf(copied);
    }

    /** @param network that the trial trains
     * @param images of the source, if it is a run: its scaling was fitted on them
     * @throws WeightsException if the source is not there, is another network, or does not fit, saying what to write in the experiment
     * @throws org.resbench.runs.RunException if the source is a run without a trained network */
    public static Transfer of(Trial trial, Network network, Function<DataRequest, DataSet> images) {
        InitialiseFrom from = trial.initialiseFrom().orElseThrow();
        TrainedNetwork source = open(trial, from, images);
        requireAlike(trial, source);
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        Variable.of(source.network()).forEach(variable -> shapes.put(variable.name(), variable.shape()));
        Map<String, float[]> copied = new LinkedHashMap<>();
        Set<String> drawn = new LinkedHashSet<>();
        List<String> misshapen = new ArrayList<>();
        for (Variable variable : Variable.of(network)) {
            if (from.drawsAnew(variable.layer())) {
                drawn.add(variable.layer());
            } else if (!variable.shape().equals(shapes.get(variable.name()))) {
                misshapen.add(variable.layer());
            } else {
                copied.put(variable.name(), source.weights().get(variable.name()));
            }
        }
        if (!misshapen.isEmpty()) {
            throw misfit(source, network, from, misshapen);
        }
        return new Transfer(source, copied, drawn);
    }

    private static TrainedNetwork open(Trial trial, InitialiseFrom from, Function<DataRequest, DataSet> images) {
        Path path = Path.of(from.path());
        if (!from.known()) {
            throw new WeightsException(StartingWeights.missing(from));
        }
        TrainedNetwork source = switch (from.kind()) {
            case RUN -> TrainedRun.open(RunStore.read(path), images).network();
            case WEIGHTS -> file(trial, path);
        };
        if (!StartingWeights.sha256(from).filter(from.sha256()::equals).isPresent()) {
            throw new WeightsException(path + ": holds other weights than when this training began (SHA-256 " + from.sha256()
                    + "); bring them back, or start the same command again for a run of its own");
        }
        return source;
    }

    private static TrainedNetwork file(Trial trial, Path path) {
        try {
            WeightsFile file = WeightsFile.open(path);
            return file.network(Optional.of(trial.architecture().label()), Optional.empty(), Map.of());
        } catch (WeightsException e) {
            throw new WeightsException(e.getMessage() + "\nAn experiment has no options for a file that does not "
                    + "say how it is used: write one that does with 'resbench export --weights " + path
                    + " --to safetensors --out NEW.safetensors' and those options, and name it in initialise_from.weights.", e);
        }
    }

    private static void requireAlike(Trial trial, TrainedNetwork source) {
        if (!source.architecture().equals(trial.architecture())) {
            throw new WeightsException(source.source() + ": is of " + source.architecture().label() + ", but " + trial.cell() + " is a "
                    + trial.architecture().label() + "; layers are copied between equal networks only: set network: "
                    + source.architecture().label());
        }
        if (source.epsilon() != trial.recipe().batchNorm().epsilon()) {
            throw new WeightsException(source.source() + ": its batch norm adds " + source.epsilon() + " to the variance, that of "
                    + trial.cell() + " adds " + trial.recipe().batchNorm().epsilon()
                    + "; set recipe.batch_norm.epsilon: " + source.epsilon());
        }
    }

    private static WeightsException misfit(TrainedNetwork source, Network network, InitialiseFrom from, List<String> misshapen) {
        String layers = misshapen.stream().distinct().collect(Collectors.joining(", "));
        Set<String> all = new LinkedHashSet<>(from.newLayers());
        all.addAll(misshapen);
        String why = source.network().classes() == network.classes()
                ? source.source() + ": read images of " + source.network().input() + ", here they are " + network.input()
                : source.source() + ": tells " + source.network().classes() + " classes apart, the data here have " + network.classes();
        String freeze = misshapen.stream().anyMatch(from::freezes) ? ", and take them out of freeze" : "";
        return new WeightsException(why + ", so these layers do not fit: " + layers + "; draw them anew: set initialise_from.new_layers: ["
                + String.join(", ", all) + "]" + freeze);
    }
}

package org.resbench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.resbench.arch.Network;
import org.resbench.data.DataRequest;
import org.resbench.data.DataSet;
import org.resbench.data.Images;
import org.resbench.data.Normalisation;
import org.resbench.data.Normaliser;
import org.resbench.evaluate.TrainedRun;
import org.resbench.evaluate.Transfer;
import org.resbench.runs.OpenRun;
import org.resbench.runs.RunException;
import org.resbench.spec.DataSpec;
import org.resbench.spec.InitialiseFrom;
import org.resbench.spec.Trial;
import org.resbench.tf.InitialWeights;
import org.resbench.weights.WeightsException;

/** Where a training starts: how its images are scaled and, before the first checkpoint, what its variables are. With a checkpoint
 * the source is not needed any more.
 * @param transfer what is taken over from a trained network; empty if nothing is, or a checkpoint holds it already */
record Start(Trial trial, Normalisation normalisation, Optional<Transfer> transfer) {
    /** @param training images to fit the scaling on
     * @throws RunException if the trained network does not fit, or the folder cannot be written
     * @throws IOException if the scaling cannot be written */
    static Start of(Trial trial, Network network, Images training, OpenRun run, Function<DataRequest, DataSet> images) throws IOException {
        boolean scaledAsSource = trial.data().normalisation() == DataSpec.Normalisation.SOURCE;
        Path scaling = run.folder().resolve(TrainedRun.INPUT);
        Optional<Transfer> transfer = Optional.empty();
        try {
            boolean begun = Files.exists(run.checkpoints().resolve(TrainingLoop.CHECKPOINT)) && (!scaledAsSource || Files.exists(scaling));
            if (trial.initialiseFrom().isPresent() && !begun) {
                transfer = Optional.of(Transfer.of(trial, network, images));
                tell(trial.initialiseFrom().get(), transfer.get(), run);
                if (scaledAsSource) {
                    transfer.get().source().input().write(scaling);
                }
            }
            return new Start(trial, scaledAsSource ? TrainedRun.scaling(run.folder(), network.input())
                    : Normaliser.fit(Normaliser.Kind.valueOf(trial.data().normalisation().name()), training), transfer);
        } catch (WeightsException | IllegalArgumentException e) {
            throw new RunException(e.getMessage(), e);
        }
    }

    /** Which layers training leaves as they are. */
    Predicate<String> frozen() {
        return trial.initialiseFrom().<Predicate<String>>map(from -> from::freezes).orElse(layer -> false);
    }

    /** First values of all variables.
     * @param shapes of them, momentum included */
    Map<String, float[]> values(Map<String, long[]> shapes) {
        Map<String, float[]> values = new LinkedHashMap<>(InitialWeights.of(shapes,
                InitialWeights.Scheme.valueOf(trial.recipe().initialisation().name()), trial.seed()));
        transfer.ifPresent(from -> values.putAll(from.copied()));
        return values;
    }

    private static void tell(InitialiseFrom from, Transfer transfer, OpenRun run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", from.path());
        fields.put("sha256", from.sha256());
        fields.put("source_network", transfer.source().architecture().label());
        fields.put("source_classes", transfer.source().network().classes());
        fields.put("copied_variables", transfer.copied().size());
        fields.put("new_layers", List.copyOf(transfer.drawn()));
        fields.put("frozen", from.freeze());
        run.append("initialised", 0, fields);
    }
}

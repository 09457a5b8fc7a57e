package org.resbench.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.resbench.runs.Json;
import org.resbench.tf.SavedModelFolder;
import org.resbench.weights.Conventions;
import org.resbench.weights.Mapping;
import org.resbench.weights.Naming;
import org.resbench.weights.SafetensorsWriter;
import org.resbench.weights.Tensor;

/** Writes trained networks for other programs, and for ourselves: {@link WeightsFile} reads the first form back without any option. */
public final class Export {
    private Export() {}

    /** @param source where the weights come from, for whoever finds the file
     * @throws org.resbench.weights.WeightsException if that naming has no names for the network
     * @throws IOException if the file cannot be written */
    public static void safetensors(TrainedNetwork trained, Naming naming, String source, Path file) throws IOException {
        Map<String, Tensor> tensors = new TreeMap<>(Mapping.of(trained.network(), naming).write(trained.weights()));
        if (trained.input().hasPixelMean()) {
            tensors.put(Mapping.INPUT_PREFIX + "mean", trained.input().pixelMean());
        }
        SafetensorsWriter.write(file, tensors, metadata(trained, naming, source));
    }

    private static Map<String, String> metadata(TrainedNetwork trained, Naming naming, String source) {
        Map<String, String> metadata = Conventions.metadata(trained.architecture(), trained.epsilon(), trained.input());
        metadata.put("format", naming == Naming.RESBENCH ? "resbench" : "pt");
        metadata.put("names", naming.word());
        metadata.put(WeightsFile.INPUT_SIZE, trained.network().input().toString());
        metadata.put(WeightsFile.SOURCE, source);
        if (!trained.classes().isEmpty()) {
            boolean plain = trained.classes().stream().noneMatch(name -> name.contains(",") || name.startsWith("["));
            metadata.put(WeightsFile.CLASSES, plain ? String.join(",", trained.classes()) : Json.line(trained.classes()));
        }
        return metadata;
    }

    /** @param folder made if need be
     * @throws IllegalArgumentException if the network is too large for the format
     * @throws IOException if the folder cannot be written */
    public static void savedModel(TrainedNetwork trained, Path folder) throws IOException {
        SavedModelFolder.write(folder, trained.network(), trained.weights(), trained.epsilon(), trained.normalisation(), trained.classes());
    }
}

package org.resbench.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resbench.arch.Catalogue;

/** The tensors of torchvision's ResNets, by its constructor: torchvision/models/resnet.py, {@code ResNet._make_layer}, {@code BasicBlock},
 * {@code Bottleneck}. */
class TorchvisionTest {
    @TempDir Path folder;

    private static Map<String, List<Integer>> stateDict(boolean bottleneck, int... blocks) {
        Map<String, List<Integer>> tensors = new TreeMap<>();
        convolution(tensors, "conv1", "bn1", 64, 3, 7);
        int inplanes = 64;
        for (int layer = 1; layer <= 4; layer++) {
            int planes = 32 << layer;
            int out = bottleneck ? 4 * planes : planes;
            for (int block = 0; block < blocks[layer - 1]; block++) {
                String name = "layer" + layer + "." + block + ".";
                if (bottleneck) {
                    convolution(tensors, name + "conv1", name + "bn1", planes, inplanes, 1);
                    convolution(tensors, name + "conv2", name + "bn2", planes, planes, 3);
                    convolution(tensors, name + "conv3", name + "bn3", out, planes, 1);
                } else {
                    convolution(tensors, name + "conv1", name + "bn1", planes, inplanes, 3);
                    convolution(tensors, name + "conv2", name + "bn2", planes, planes, 3);
                }
                if (block == 0 && (layer > 1 || inplanes != out)) {
                    convolution(tensors, name + "downsample.0", name + "downsample.1", out, inplanes, 1);
                }
                inplanes = out;
            }
        }
        tensors.put("fc.weight", List.of(1000, inplanes));
        tensors.put("fc.bias", List.of(1000));
        return tensors;
    }

    private static void convolution(Map<String, List<Integer>> tensors, String name, String norm, int out, int in, int size) {
        tensors.put(name + ".weight", List.of(out, in, size, size));
        List.of("weight", "bias", "running_mean", "running_var").forEach(kind -> tensors.put(norm + "." + kind, List.of(out)));
    }

    /** Parameters: torchvision's documentation of each model (num_params). */
    @ParameterizedTest
    @CsvSource({"resnet-18, false, 2;2;2;2, 11689512", "resnet-34, false, 3;4;6;3, 21797672", "resnet-50-v1.5, true, 3;4;6;3, 25557032",
        "resnet-101-v1.5, true, 3;4;23;3, 44549160", "resnet-152-v1.5, true, 3;8;36;3, 60192808"})
    void everyTensorOfTorchvisionsResNetsHasItsPlaceAndShape(String network, boolean bottleneck, String blocks, long parameters) {
        int[] numbers = java.util.Arrays.stream(blocks.split(";")).mapToInt(Integer::parseInt).toArray();
        Map<String, List<Integer>> expected = stateDict(bottleneck, numbers);
        Map<String, List<Integer>> ours = new TreeMap<>();
        Mapping.of(Catalogue.find(network).standardNetwork(), Naming.TORCHVISION).tensors()
                .forEach((variable, name) -> ours.put(name, Layout.PYTORCH.shape(variable)));
        assertThat(ours).isEqualTo(expected);
        assertThat(expected.entrySet().stream().filter(tensor -> !tensor.getKey().contains(".running_"))
                .mapToLong(tensor -> tensor.getValue().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b))
                .sum()).isEqualTo(parameters);
    }

    /** torchvision/models/resnet.py, Bottleneck: "places the stride for downsampling at 3x3 convolution(self.conv2) while original
     * implementation places the stride at the first 1x1 convolution(self.conv1)". */
    @Test void torchvisionsBottlenecksAreNotTakenForThePapers() throws IOException {
        Map<String, Tensor> tensors = new TreeMap<>();
        stateDict(true, 3, 4, 6, 3)
                .forEach((name, shape) -> tensors.put(name, new Tensor(shape, new float[shape.stream().reduce(1, (a, b) -> a * b)])));
        Path path = folder.resolve("resnet50.safetensors");
        SafetensorsWriter.write(path, tensors, Map.of());
        SafetensorsFile file = SafetensorsFile.open(path);
        assertThat(Mapping.fitting(Catalogue.find("resnet-50-v1.5").standardNetwork(), file).naming()).isEqualTo(Naming.TORCHVISION);
        assertThatThrownBy(() -> Conventions.requireStride(Catalogue.find("resnet-50"), Naming.TORCHVISION, file))
                .isInstanceOf(WeightsException.class).hasMessageContaining("--network resnet-50-v1.5");
        Conventions.requireStride(Catalogue.find("resnet-50-v1.5"), Naming.TORCHVISION, file);
        Conventions.requireStride(Catalogue.find("resnet-34"), Naming.TORCHVISION, file);
    }
}

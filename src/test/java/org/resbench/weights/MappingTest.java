package org.resbench.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.arch.ShortcutOption;

class MappingTest {
    @TempDir Path folder;

    private final Network network = CifarNetwork.resnet(8).network(Shape.image(8), 10);

    private Map<String, float[]> numbered() {
        Map<String, float[]> values = new TreeMap<>();
        for (Variable variable : Variable.of(network)) {
            float[] numbers = new float[Math.toIntExact(variable.size())];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i;
            }
            values.put(variable.name(), numbers);
        }
        return values;
    }

    private SafetensorsFile file(Map<String, Tensor> tensors) throws IOException {
        Path path = folder.resolve("w.safetensors");
        SafetensorsWriter.write(path, tensors, Map.of());
        return SafetensorsFile.open(path);
    }

    /** PyTorch documents Conv2d.weight as (out, in, height, width), Linear.weight as (out, in); TensorFlow Conv2D's filter as [height,
     * width, in, out]. */
    @Test void kernelsAreTurnedFromOneFrameworksOrderIntoTheOthers() {
        Mapping mapping = Mapping.of(network, Naming.PYTORCH_CIFAR);
        Tensor conv = mapping.write(numbered()).get("layer2.0.conv1.weight");
        assertThat(conv.shape()).containsExactly(32, 16, 3, 3);
        // Output 5, input 7, row 2, column 1 of [32, 16, 3, 3] is row 2, column 1, input 7, output 5 of [3, 3, 16, 32].
        assertThat(conv.values()[((5 * 16 + 7) * 3 + 2) * 3 + 1]).isEqualTo(((2 * 3 + 1) * 16 + 7) * 32 + 5);
        Tensor linear = mapping.write(numbered()).get("linear.weight");
        assertThat(linear.shape()).containsExactly(10, 64);
        assertThat(linear.values()[3 * 64 + 60]).isEqualTo(60 * 10 + 3);
    }

    @Test void everyNamingGivesBackWhatWasWritten() throws IOException {
        for (Naming naming : Naming.values()) {
            Mapping mapping = Mapping.of(network, naming);
            SafetensorsFile file = file(mapping.write(numbered()));
            assertThat(Mapping.fitting(network, file).naming()).isEqualTo(naming);
            Map<String, float[]> read = mapping.read(file);
            assertThat(read).containsOnlyKeys(numbered().keySet());
            numbered().forEach((name, values) -> assertThat(read.get(name)).as(name).isEqualTo(values));
        }
    }

    /** torchvision/models/resnet.py: layerS.B.downsample is Sequential(conv1x1, norm_layer); akamaster's resnet.py calls it shortcut. */
    @Test void projectionsHaveTheNamesThatEachProjectGivesThem() {
        Network projecting = CifarNetwork.resnet(8).withShortcut(ShortcutOption.B).network(Shape.image(8), 10);
        assertThat(Mapping.of(projecting, Naming.TORCHVISION).tensors().values())
                .contains("layer2.0.downsample.0.weight", "layer2.0.downsample.1.running_var",
                        "fc.bias", "bn1.weight", "layer3.0.bn2.running_mean");
        assertThat(Mapping.of(projecting, Naming.PYTORCH_CIFAR).tensors().values())
                .contains("layer2.0.shortcut.0.weight", "layer2.0.shortcut.1.bias",
                        "linear.weight");
    }

    @Test void whatIsMissingUnusedOrMisshapenIsNamedAllAtOnceAndCountersAreNot() throws IOException {
        Map<String, Tensor> tensors = Mapping.of(network, Naming.PYTORCH_CIFAR).write(numbered());
        tensors.remove("bn1.running_var");
        tensors.remove("layer3.0.conv2.weight");
        tensors.put("linear.weight", new Tensor(List.of(100, 64), new float[6400]));
        tensors.put("layer4.0.conv1.weight", Tensor.vector(1));
        tensors.put("bn1.num_batches_tracked", Tensor.vector(1));
        SafetensorsFile file = file(tensors);
        assertThatThrownBy(() -> Mapping.fitting(network, file).read(file)).isInstanceOf(WeightsException.class)
                .hasMessageContaining("resnet-8 for 10 classes").hasMessageContaining("missing: 'bn1.running_var' [16]")
                .hasMessageContaining("missing: 'layer3.0.conv2.weight' [64, 64, 3, 3]")
                .hasMessageContaining("misshapen: 'linear.weight' is [100, 64], must be [10, 64]")
                .hasMessageContaining("unused: 'layer4.0.conv1.weight' [1]").hasMessageNotContaining("num_batches_tracked");
    }

    /** Their README: 269,722 and 658,586 parameters; moving statistics are not among them. */
    @Test void theFilesOfAnotherFrameworkHoldExactlyOurNetworks() {
        for (int depth : List.of(20, 44)) {
            SafetensorsFile file = SafetensorsFile.open(ForeignWeights.file("resnet" + depth + "-cifar10.safetensors",
                    "weights of another framework"));
            Network trained = CifarNetwork.resnet(depth).standardNetwork();
            Map<String, float[]> values = Mapping.fitting(trained, file).read(file);
            List<String> learned = new ArrayList<>(values.keySet());
            learned.removeIf(name -> name.contains("/moving_"));
            assertThat(learned.stream().mapToLong(name -> values.get(name).length).sum()).isEqualTo(depth == 20 ? 269_722 : 658_586);
        }
    }
}

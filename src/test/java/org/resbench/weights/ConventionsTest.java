package org.resbench.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.PixelGrid;
import org.resbench.arch.ShortcutOption;
import org.resbench.arch.ZeroChannels;

class ConventionsTest {
    /** As the header of resnet20-cifar10.safetensors says it. */
    private static final Map<String, String> SAID = Map.of("zero_channels", "half_before_half_after", "convolution_padding", "1",
            "batch_norm_epsilon", "1e-5", "input_range", "0..1", "input_mean", "0.485,0.456,0.406", "input_std", "0.229,0.224,0.225");

    @TempDir Path folder;

    private SafetensorsFile file(Map<String, String> metadata) throws IOException {
        Path path = folder.resolve("w.safetensors");
        SafetensorsWriter.write(path, Map.of("input/mean", new Tensor(List.of(1, 1, 3), new float[] {1, 2, 3})), metadata);
        return SafetensorsFile.open(path);
    }

    @Test void theFileSaysHowItsNetworkIsUsed() throws IOException {
        Conventions conventions = Conventions.of(CifarNetwork.resnet(20), file(SAID), Map.of());
        assertThat(conventions.architecture()).isEqualTo(CifarNetwork.resnet(20).withZeroChannels(ZeroChannels.SPLIT));
        assertThat(conventions.epsilon()).isEqualTo(1e-5);
        assertThat(conventions.input()).isEqualTo(InputScaling.ofChannels(1, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)));
        assertThat(conventions.said().get(Setting.INPUT_MEAN)).isEqualTo(new Conventions.Said("0.485,0.456,0.406", "the file"));
    }

    @Test void optionsOverruleTheFileAndSaySo() throws IOException {
        Conventions conventions = Conventions.of(CifarNetwork.resnet(20), file(SAID), Map.of(Setting.ZERO_CHANNELS, "after",
                Setting.CONVOLUTION_PADDING, "tensorflow_same", Setting.INPUT_RANGE, "0..255"));
        assertThat(conventions.architecture()).isEqualTo(CifarNetwork.resnet(20).withGrid(PixelGrid.TENSORFLOW_SAME));
        assertThat(conventions.input().range()).isEqualTo(255);
        assertThat(conventions.said().get(Setting.ZERO_CHANNELS).source()).isEqualTo("--zero-channels");
    }

    @Test void everythingThatIsSaidNowhereIsAskedForAtOnce() throws IOException {
        SafetensorsFile silent = file(Map.of("format", "pt", "input_range", "0..1"));
        assertThatThrownBy(() -> Conventions.of(CifarNetwork.resnet(20), silent, Map.of())).isInstanceOf(WeightsException.class)
                .hasMessageContaining("--zero-channels: after, or half_before_half_after").hasMessageContaining("--convolution-padding")
                .hasMessageContaining("--batch-norm-epsilon").hasMessageContaining("--input-mean").hasMessageContaining("--input-std")
                .hasMessageNotContaining("--input-range");
        assertThatThrownBy(() -> Conventions.of(CifarNetwork.resnet(20).withShortcut(ShortcutOption.B), silent, Map.of()))
                .hasMessageNotContaining("--zero-channels");
    }

    @Test void nonsenseIsRefusedWithWhatIsAllowed() throws IOException {
        for (Map.Entry<String, String> wrong : Map.of("input_mean", "0.5", "input_std", "1,1,0", "input_range",
                "0..2", "batch_norm_epsilon", "-1", "zero_channels", "before", "convolution_padding", "2").entrySet()) {
            Map<String, String> metadata = new HashMap<>(SAID);
            metadata.put(wrong.getKey(), wrong.getValue());
            SafetensorsFile file = file(metadata);
            assertThatThrownBy(() -> Conventions.of(CifarNetwork.resnet(20), file, Map.of())).as(wrong.toString())
                    .isInstanceOf(WeightsException.class)
                    .hasMessageContaining(wrong.getKey() + " is '" + wrong.getValue() + "'; must be ");
        }
        Map<String, String> metadata = new HashMap<>(SAID);
        metadata.put("zero_channels", "after");
        SafetensorsFile after = file(metadata);
        assertThatThrownBy(() -> Conventions.of(CifarNetwork.resnet(20).withZeroChannels(ZeroChannels.SPLIT), after, Map.of()))
                .hasMessageContaining("is of resnet-20 by zero_channels and convolution_padding, not of resnet-20-split");
    }

    @Test void whatIsSaidForAFileOfOursReadsBackAsTheSame() throws IOException {
        CifarNetwork network = CifarNetwork.resnet(20).withZeroChannels(ZeroChannels.SPLIT).withGrid(PixelGrid.TENSORFLOW_SAME);
        InputScaling pixels = InputScaling.ofPixels(new Tensor(List.of(1, 1, 3), new float[] {1, 2, 3}));
        InputScaling channels = InputScaling.ofChannels(255, List.of(0.1 + 0.2, 1e-300, -7.0), List.of(1 / 3.0, 1.0, 2.0));
        for (InputScaling input : List.of(pixels, channels)) {
            Conventions read = Conventions.of(network, file(Conventions.metadata(network, 1.1e-5, input)), Map.of());
            assertThat(read.architecture()).isEqualTo(network);
            assertThat(read.epsilon()).isEqualTo(1.1e-5);
            assertThat(read.input().mean()).isEqualTo(input.mean());
            assertThat(read.input().std()).isEqualTo(input.std());
            assertThat(read.input().range()).isEqualTo(input.range());
            assertThat(read.input().pixelMean().values()).isEqualTo(input.pixelMean().values());
        }
    }
}

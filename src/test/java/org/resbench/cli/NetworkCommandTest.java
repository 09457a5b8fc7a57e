package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.arch.Catalogue;
import org.resbench.arch.counting.Convention;
import org.resbench.arch.counting.ReferenceSize;
import org.resbench.runs.Json;

class NetworkCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int resbench(String... arguments) {
        List<String> all = new ArrayList<>(List.of("network"));
        all.addAll(List.of(arguments));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test void jsonHasTheSizesOfTheNetworkAndOfItsLayers() throws IOException {
        assertThat(resbench("resnet-56-B", "--json")).isEqualTo(ExitCode.DONE);
        JsonNode network = Json.readTree(out.toString());
        assertThat(network.get("name").asText()).isEqualTo("resnet-56-B");
        assertThat(network.get("parameters").asLong()).isEqualTo(855_770);
        assertThat(network.get("depth").asInt()).isEqualTo(56);
        assertThat(sum(network, "parameters")).isEqualTo(855_770);
        assertThat(sum(network, "multiply_adds")).isEqualTo(network.get("multiply_adds").asLong());
        JsonNode last = network.get("layers").get(network.get("layers").size() - 1);
        assertThat(Json.line(last))
                .isEqualTo("{\"name\":\"fc\",\"operation\":{\"kind\":\"dense\",\"units\":10},\"inputs\":[\"pool\"],\"output\":[1,1,10],"
                        + "\"parameters\":650,\"multiply_adds\":640,\"activations\":10}");
    }

    /** Table 6 of the paper: 0.27M to 19.4M parameters. */
    @Test void allNetworksAreComparedWithWhatOthersState() throws IOException {
        assertThat(resbench("--all", "--json")).isEqualTo(ExitCode.DONE);
        JsonNode all = Json.readTree(out.toString());
        assertThat(all.get("differences").asInt()).isZero();
        assertThat(all.get("networks").findValuesAsText("name")).isEqualTo(Catalogue.names());
        assertThat(resbench("--all")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("He et al. 2015, table 6").contains("networks, 0 with a difference.").doesNotContain("DIFFERS");
    }

    @Test void aDifferenceIsMarked() {
        NetworkSize size = NetworkSize.of(Catalogue.find("resnet-20"), Catalogue.find("resnet-20").standardNetwork());
        ReferenceSize other = new ReferenceSize("resnet-20", ReferenceSize.Quantity.MULTIPLY_ADDS, new BigDecimal("40.56"), 6, "someone");
        NetworkSize different = new NetworkSize(size.network(), size.convention(), size.memory(), size.depth(), size.parameters(),
                size.multiplyAdds(), size.activations(), size.layers(), List.of(other));
        assertThat(NetworkText.all(List.of(size, different))).contains("40.56 M !").contains("  DIFFERS\n")
                .contains("resnet-20: DIFFERS from 40.56 M multiply-adds (someone)\n").contains("2 networks, 1 with a difference.");
    }

    @Test void sizesOfOtherInputsAreNotCompared() {
        assertThat(resbench("resnet-20", "--input", "64x48x1", "--classes", "100")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("resnet-20: 20 weighted layers, input 64x48x1, 100 classes\n").doesNotContain("agrees");
        assertThat(resbench("resnet-20")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("agrees with 0.27 M parameters (He et al. 2015, table 6)");
    }

    @Test void deepNetworksFitOnAScreenAndKeepTheirSums() {
        assertThat(resbench("resnet-1202")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines().count()).isLessThan(60);
        assertThat(out.toString()).contains("stage3.block2-200.conv2").contains("199 x 3x3 convolution, 64 filters")
                .containsPattern("total +19,421,274 +2,829,238,912 +100.0 %");
        NetworkSize size = NetworkSize.of(Catalogue.find("resnet-1202-C"), Catalogue.find("resnet-1202-C").standardNetwork());
        List<LayerRows.Row> rows = LayerRows.folded(size.layers());
        assertThat(rows.stream().mapToLong(LayerRows.Row::parameters).sum()).isEqualTo(size.parameters());
        assertThat(rows.stream().mapToLong(LayerRows.Row::multiplyAdds).sum()).isEqualTo(size.multiplyAdds());
        assertThat(rows.stream().mapToInt(LayerRows.Row::times).sum()).isEqualTo(size.layers().size());
        assertThat(resbench("resnet-1202", "--full")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\nstage2.block137.conv2 ");
    }

    @Test void theTextIsTheSameUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            resbench("resnet-20-B");
            String english = out.toString();
            for (String tag : List.of("de-DE", "ar-EG", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                resbench("resnet-20-B");
                assertThat(out.toString()).as(tag).isEqualTo(english);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test void drawsIntoTheFileOrTheFolder(@TempDir Path folder) throws IOException {
        Path svg = folder.resolve("new/figure.SVG");
        assertThat(resbench("resnet-20", "--draw", svg.toString())).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(svg)).contains("<svg").contains(">3x3 conv, 32, /2</text").contains("font-family");
        assertThat(err.toString()).contains("drawn: " + svg);
        assertThat(resbench("plain-20", "--quiet", "--json", "--draw", folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("plain-20.svg")).exists();
        assertThat(Files.readAllBytes(folder.resolve("plain-20.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(err.toString()).isEmpty();
    }

    @Test void aDrawingThatCannotBeWrittenIsSaidWithItsOption(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(resbench("resnet-20", "--draw", file.resolve("x.svg").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).startsWith("resbench: --draw " + file.resolve("x.svg")
                + ": cannot be written").doesNotContain("Exception");
    }

    /** Table 1 and section 4.1 print 3.8 and 15.3 billion. */
    @Test void whatThePaperPrintsDifferentlyComesWithTheReason() {
        assertThat(resbench("--all")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("resnet-50: agrees with 3.8 G multiply-adds (He et al. "
                + "2015, table 1 and sections 3.3 and 4.1): further digits were cut off")
                .contains("vgg-16: agrees with 15.3 G multiply-adds (He et al. "
                        + "2015, table 1 and sections 3.3 and 4.1): convolutions alone");
    }

    /** 15.347 billion: 15,470,264,320 without the fully connected layers' 7 x 7 x 512 x 4096 + 4096 x 4096 + 4096 x 1000. */
    @Test void aConventionAndATrainingStepCanBeAskedFor() throws IOException {
        long convolutions = 15_470_264_320L - 7 * 7 * 512 * 4096 - 4096 * 4096 - 4096 * 1000;
        assertThat(resbench("vgg-16", "--convention", "convolutions", "--batch", "2", "--json")).isEqualTo(ExitCode.DONE);
        JsonNode network = Json.readTree(out.toString());
        assertThat(network.get("multiply_adds").asLong()).isEqualTo(convolutions);
        assertThat(network.at("/training/multiply_adds").asLong()).isEqualTo(3 * 2 * convolutions);
        assertThat(network.at("/training/parameter_bytes").asLong()).isEqualTo(4 * 138_357_544L);
        assertThat(network.at("/training/peak_activation_bytes").asLong()).isGreaterThan(network.at("/training/kept_bytes").asLong());
        assertThat(resbench("resnet-20", "--convention", "flops", "--batch", "128")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("81.10 M FLOPs").contains("A training step of 128 images").doesNotContain("agrees");
        resbench("--help");
        assertThat(Convention.values()).allSatisfy(one -> assertThat(out.toString().replaceAll("\\s+", " ")).contains(one.word() + ":"));
    }

    @Test void wrongInputGetsOneSentenceAndExitCodeTwo() {
        assertWrong("did you mean 'resnet-20'?", "resnet20");
        assertWrong("nearest: resnet-20 or resnet-26 for CIFAR, resnet-18 or resnet-34 for ImageNet", "resnet-21");
        assertWrong("stage3.block1.conv1", "resnet-20", "--input", "2");
        assertWrong("is no image size", "resnet-20", "--input", "0");
        assertWrong("is no image size", "resnet-20", "--input", "32x");
        assertWrong("not 1", "resnet-20", "--classes", "1");
        assertWrong("which network?");
        assertWrong("must be one of paper, convolutions, fvcore, flops", "resnet-20", "--convention", "macs");
        assertWrong("must be at least 1", "resnet-20", "--batch", "0");
        assertWrong("must end in .svg or .png", "resnet-20", "--draw", "resnet-20.jpg");
        assertWrong("either NAME or --all", "resnet-20", "--all");
    }

    private void assertWrong(String message, String... arguments) {
        assertThat(resbench(arguments)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(err.toString()).startsWith("resbench: ").contains(message).doesNotContain("Exception").doesNotContain("org.resbench");
        assertThat(out.toString()).isEmpty();
    }

    private static long sum(JsonNode network, String key) {
        return StreamSupport.stream(network.get("layers").spliterator(), false).mapToLong(layer -> layer.get(key).asLong()).sum();
    }
}

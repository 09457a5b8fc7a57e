package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir Path folder;

    /** He et al. 2015, section 4.2, none of it in the file. */
    @Test void whatHoldsByDefaultIsASettingToo() throws IOException {
        Settings settings = settings("network: resnet-20\n");
        assertThat(settings.values()).containsEntry("recipe.batch_size", "128").containsEntry("recipe.learning_rate", "0.1")
                .containsEntry("network.shortcut", "A").containsEntry("data.split", "train-test")
                .containsEntry("data.augmentation.pad", "4");
        assertThat(settings.match(where("recipe.weight_decay", "0.0001"))).isTrue();
        assertThat(settings.match(where("recipe.weight_decay", "1e-4"))).isTrue();
        assertThat(settings.match(where("recipe.weight_decay", "1e-3"))).isFalse();
        assertThat(settings.match(where("recipe.warm_up.learning_rate", "0.01"))).isFalse();
        assertThat(settings.match(where("network.family", "Residual"))).isTrue();
    }

    /** Every key path is one that a file may have: setting each to its own value changes nothing. */
    @Test void everySettingCanBeSet() throws IOException {
        Path file = file("network: {family: residual, depth: 20}\nrecipe: {warm_up: {}}\n");
        Trial trial = load(file, List.of());
        Settings.of(trial).values().forEach((path, value) -> assertThat(load(file, List.of(path + "="
                + (path.equals("recipe.drops") ? value.replace("=", ": ") : value)))).as(path).isEqualTo(trial));
    }

    /** A setting that a file leaves away has its default, also where that depends on another one; a warm-up is there because it is asked
     * for. */
    @Test void whatHoldsByDefaultIsToldFromWhatIsAskedFor() throws IOException {
        Map<String, String> usual =
                settings("network: {family: residual, depth: 20, width: 32}\nrecipe: {batch_size: 64, warm_up: {}}\n").values();
        Set<String> warmUp = Set.of("recipe.warm_up.learning_rate", "recipe.warm_up.until_training_error_percent",
                "recipe.warm_up.give_up_after");
        assertThat(Settings.byDefault(usual, Set.of("recipe.precision"))).containsExactly("recipe.precision");
        assertThat(Settings.byDefault(usual,
                Set.of("recipe.micro_batch_size", "network.zero_channels", "data.normalisation", "recipe.batch_size",
                        "network.width"))).containsExactlyInAnyOrder("network.zero_channels", "data.normalisation");
        assertThat(Settings.byDefault(usual, Set.of("recipe.micro_batch_size"))).hasSize(1);
        assertThat(Settings.byDefault(usual, warmUp)).isEmpty();
        assertThat(Settings.byDefault(usual, Set.of("recipe.gone"))).isEmpty();
        Map<String, String> mixed = settings("network: resnet-20\nrecipe: {precision: mixed}\n").values();
        assertThat(Settings.byDefault(mixed, Set.of("recipe.precision"))).isEmpty();
    }

    private static Claim.Selector where(String path, String value) {
        return new Claim.Selector(Map.of(path, value));
    }

    private Settings settings(String text) throws IOException {
        return Settings.of(load(file(text), List.of()));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("x.yaml"), "name: x\npaper: {id: he2015, place: x}\ndata: {name: cifar10}\n" + text);
    }

    private static Trial load(Path file, List<String> overrides) {
        return ExperimentFile.load(file, Scale.PAPER, overrides, Optional.empty()).trials().get(0);
    }
}

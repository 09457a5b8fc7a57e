package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShellWordsTest {
    @Test void plainWordsStayAsTheyAre() {
        assertThat(ShellWords.of(List.of("run", "experiments/table-6.yaml", "--set", "recipe.learning_rate=0.05")))
                .isEqualTo("run experiments/table-6.yaml --set recipe.learning_rate=0.05");
    }

    @Test @DisabledOnOs(OS.WINDOWS) void aShellReadsTheSameWordsBack() throws Exception {
        List<String> words = List.of("my runs/a.yaml", "it's", "matrix.network.depth=[20, 32]", "$HOME", "", "a\\b", "*", "~");
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s|' " + ShellWords.of(words)).start();
        assertThat(new String(shell.getInputStream().readAllBytes())).isEqualTo(String.join("|", words) + "|");
    }
}

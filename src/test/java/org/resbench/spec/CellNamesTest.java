package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellNamesTest {
    @TempDir Path folder;

    @Test void schedulesAreNamedOnlyWhereCellsCannotBeToldApartWithoutThem() throws IOException {
        assertThat(names("""
                cases:
                    - {}
                    - {recipe.iterations: 612, recipe.drops: [{iteration: 306, factor: 0.1}]}
                    - {recipe.iterations: 250, recipe.drops: [{iteration: 125, factor: 0.1}]}
                    - {recipe.warm_up: {learning_rate: 0.01}}
                """)).containsExactly("resnet-20", "resnet-20 iterations=612", "resnet-20 iterations=250", "resnet-20 warm_up");
    }

    @Test void schedulesThatAloneDifferAreWrittenOut() throws IOException {
        assertThat(names("recipe.drops: [[], [{iteration: 306, factor: 0.1}]]")).containsExactly("resnet-20 drops=[]",
                "resnet-20 drops=[{iteration=306,factor=0.1}]");
    }

    @Test void namesOfTheShippedAblationAreAllDifferentAndShort() {
        List<String> names = ExperimentFile.load(Path.of("experiments/cifar/ablation.yaml"), Scale.REDUCED, List.of(), Optional.empty())
                .trials().stream().map(Trial::cell).distinct().toList();
        assertThat(names).hasSize(22).allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(44));
    }

    private List<String> names(String matrix) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "name: x\npaper: {id: he2015, place: x}\ndata: {name: synthetic}\n"
                + "network: resnet-20\nrecipe: {iterations: 700, drops: []}\nmatrix:\n  " + matrix);
        return ExperimentFile.load(file, Scale.PAPER, List.of(), Optional.empty()).trials().stream().map(Trial::cell).toList();
    }
}

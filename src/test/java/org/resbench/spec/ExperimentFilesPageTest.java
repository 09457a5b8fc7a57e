package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/experiment-files.md} says what holds. */
class ExperimentFilesPageTest {
    private static String page;

    @BeforeAll static void read() throws IOException {
        page = Files.readString(Path.of("docs/experiment-files.md"));
    }

    @Test void everyExampleLoadsAtEveryScale(@TempDir Path folder) throws IOException {
        List<String> examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page).results()
                .map(match -> match.group(1)).toList();
        List<Integer> trials = new ArrayList<>();
        for (String example : examples) {
            Path file = Files.writeString(folder.resolve("example.yaml"), example);
            for (Scale scale : Scale.values()) {
                trials.add(ExperimentFile.load(file, scale, List.of(), Optional.empty()).trials().size());
            }
        }
        assertThat(trials).as("two widths with three seeds and one; four cells; none where nothing is trained")
                .containsExactly(6, 6, 2, 4, 4, 4, 0, 0, 0, 0, 0, 0);
    }

    /** Numbers are those of the schema, which are those of the loader. */
    @Test void everySettingHasARowWithItsDefault() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Path.of("experiments/schema/experiment.schema.json").toFile());
        schema.at("/$defs/matrix/properties").fields().forEachRemaining(axis -> {
            String reference = axis.getValue().at("/items/$ref").asText();
            if (reference.contains("/properties/") && !List.of("data.augmentation", "recipe.batch_norm").contains(axis.getKey())) {
                JsonNode published = schema.at(reference.substring(1)).path("default");
                String cell = cellOfDefault(axis.getKey());
                if (published.isNumber()) {
                    assertThat(Double.parseDouble(cell.replace("`", ""))).as(axis.getKey()).isEqualTo(published.doubleValue());
                } else if (!published.isMissingNode()) {
                    assertThat(cell).as(axis.getKey()).isEqualTo("`" + published.asText() + "`");
                }
            }
        });
    }

    @Test void everyMetricFigureAndTableIsNamed() {
        assertThat(Metric.keys()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        assertThat(ReportPlan.FIGURES).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        assertThat(ReportPlan.TABLES).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test void everyShippedExperimentIsListedAndCovered() throws IOException {
        String coverage = Files.readString(Path.of("docs/coverage.md"));
        assertThat(ShippedExperimentsTest.files()).allSatisfy(file -> {
            assertThat(page).contains("(../" + file + ")");
            assertThat(coverage).contains("(../" + file + ")");
        });
    }

    private static String cellOfDefault(String path) {
        List<MatchResult> rows = Pattern.compile("\\| `" + Pattern.quote(path) + "` \\| [^|]* \\| ([^|]*) \\|")
                .matcher(page).results().toList();
        assertThat(rows).as("rows of " + path).hasSize(1);
        return rows.get(0).group(1);
    }
}

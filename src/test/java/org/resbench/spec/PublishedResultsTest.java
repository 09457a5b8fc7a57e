package org.resbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.spec.PublishedResults.Source;
import org.resbench.spec.PublishedResults.Value;

class PublishedResultsTest {
    private static final PublishedResults HE = PublishedResults.read(Path.of("experiments/published/he2015.yaml"));

    /** He et al. 2015, table 6: "ResNet 110 1.7M 6.43 (6.61 +- 0.16)", five runs, the best of which is 6.43. */
    @Test void table6IsAsPrinted() {
        Source table6 = HE.results().stream().filter(source -> source.place().equals("table 6")).findFirst().orElseThrow();
        assertThat(table6.data()).isEqualTo("cifar10");
        assertThat(List.of("resnet-20", "resnet-32", "resnet-44", "resnet-56", "resnet-1202"))
                .extracting(network -> table6.value(network).flatMap(Value::value).orElseThrow())
                .containsExactly(8.75, 7.51, 7.17, 6.97, 7.93);
        Value deep = table6.value("resnet-110").orElseThrow();
        assertThat(deep.value()).contains(6.43);
        assertThat(deep.mean()).contains(6.61);
        assertThat(deep.std()).contains(0.16);
        assertThat(deep.n()).contains(5);
        assertThat(table6.value("plain-20")).isEmpty();
    }

    /** He et al. 2015, table 2 and the text on it: 18 layers 27.94 and 27.88, 34 layers 28.54 and 25.03. */
    @Test void table2IsAsPrinted() {
        assertThat(HE.results().get(0).values().values()).extracting(value -> value.value().orElseThrow())
                .containsExactly(27.94, 28.54, 27.88, 25.03);
    }

    @Test void everyClaimThatNamesAPublishedNumberNamesOneOfThese() throws IOException {
        List<Double> known = HE.results().stream().flatMap(source -> source.values().values().stream())
                .flatMap(value -> List.of(value.value(), value.mean()).stream()).flatMap(Optional::stream).toList();
        ShippedExperimentsTest.experiments().flatMap(experiment -> experiment.claims().stream()).forEach(claim -> {
            if (claim.statement() instanceof Claim.Statement.Equivalence equivalence) {
                assertThat(known).as(claim.id()).contains(equivalence.published());
            }
        });
    }

    @Test void whatIsWrongIsNamedWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), """
                paper: x
                cited_as: X
                citation: X et al.
                results:
                  - {place: table 1, data: cifar10, metric: test_eror_percent, protocol: p, values: {a: 870, b: {}, c: {value: 3, meen: 2}}}
                reproductions:
                  - {source: y, place: z, data: cifar10, metric: test_error_percent, values: {a: {runs: [3, x]}}}
                """);
        List<String> problems = catchThrowableOfType(SpecException.class, () -> PublishedResults.read(file)).problems().stream()
                .map(Problem::toString).toList();
        assertThat(problems).hasSize(6);
        assertThat(String.join("\n", problems)).contains("x.yaml:5:45: results[0].metric: 'test_eror_percent' must be one of",
                "x.yaml:5:89: results[0].values.a: '870' must be a percentage from 0 to 100",
                "values.b.value: must give a value, a mean, runs or a remark",
                "values.c.meen: unknown key; did you mean 'mean'?", "reproductions[0].protocol: is missing",
                "values.a.runs: 'x' must be a percentage");
    }

    @Test void aPaperOfWhichNothingIsKnownHasNoResults() {
        Experiment experiment = ExperimentFile.load(Path.of("experiments/quickstart.yaml"), Scale.SMOKE,
                List.of("title=x"), Optional.empty());
        assertThat(PublishedResults.of(experiment)).map(PublishedResults::citedAs).contains("He et al. 2015");
        Experiment elsewhere = new Experiment("x", "x", new PaperReference("nobody1999", "table 1"), Scale.SMOKE,
                experiment.trials(), List.of(), new ReportPlan(List.of(), List.of()), Path.of("experiments/x.yaml"), List.of());
        assertThat(PublishedResults.of(elsewhere)).isEmpty();
    }
}

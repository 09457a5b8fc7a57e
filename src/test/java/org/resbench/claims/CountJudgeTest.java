package org.resbench.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.spec.ExperimentFile;
import org.resbench.spec.Scale;

/** Sizes counted by hand from He et al. 2015, section 4.2: 97216 n - 21926 parameters and 14155776 n - 1916288 multiply-adds for n blocks
 * of a stage, 640 of them in the fully connected layer; table 6 prints 0.27M to 19.4M parameters. */
class CountJudgeTest {
    @TempDir Path folder;

    private Judgement judge(String statement) throws IOException {
        Path file = Files.writeString(folder.resolve("sizes.yaml"), "name: sizes\npaper: {id: he2015, place: table 6}\n"
                + "complexity: {networks: [resnet-20]}\nclaims:\n  - {id: one, text: t, place: p, " + statement + "}\n");
        List<Judgement> judgements = Judge.judge(ExperimentFile.load(file, Scale.SMOKE, List.of(), Optional.empty()), List.of());
        assertThat(judgements).hasSize(1);
        assertThat(judgements.get(0).effect()).isEmpty();
        assertThat(judgements.get(0).test()).isEmpty();
        return judgements.get(0);
    }

    @Test void aCountThatGivesThePrintedDigitsIsReproducedWhateverTheScale() throws IOException {
        Judgement judgement = judge("count: {metric: parameters, of: resnet-110, published: 1.7 M}");
        assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(judgement.why()).isEqualTo("resnet-110 has 1,727,962 parameters, which rounds to 1.7 M as published.");
    }

    @Test void aNumberThatWasCutOffSaysSo() throws IOException {
        Judgement judgement = judge("count: {metric: multiply_adds, of: resnet-32, published: 68.8 M}");
        assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(judgement.why())
                .isEqualTo("resnet-32 has 68,862,592 multiply-adds, which is 68.8 M as published if further digits are cut "
                        + "off; rounded it is 68.9 M.");
    }

    @Test void anotherCountIsNotReproduced() throws IOException {
        Judgement judgement = judge("count: {metric: multiply_adds, of: resnet-20, layers: convolutions, published: 40.54 M}");
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(judgement.why())
                .isEqualTo("resnet-20 has 40,550,400 multiply-adds in its convolutions, which is 40.55 M and not 40.54 M as published.");
    }

    @Test void aShareIsThatOfTheOtherNetwork() throws IOException {
        Judgement judgement = judge("count: {metric: multiply_adds, of: resnet-56, relative_to: resnet-110, published: 50 %}");
        assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(judgement.why()).contains("49.62 % of what resnet-110 has (252,887,680), which rounds to 50 %");
    }

    @Test void anOrderHoldsOrDoesNot() throws IOException {
        assertThat(judge("order: {metric: parameters, of: resnet-20, side: below, than: resnet-20-B}").verdict())
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(judge("order: {metric: parameters, of: resnet-20, side: above, than: resnet-20-B}").verdict())
                .isEqualTo(Verdict.NOT_REPRODUCED);
        Judgement equal = judge("order: {metric: parameters, of: resnet-20, side: below, than: plain-20}");
        assertThat(equal.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(equal.why()).isEqualTo("resnet-20 has 269,722 parameters, as many as plain-20 (269,722), against the claim.");
    }
}

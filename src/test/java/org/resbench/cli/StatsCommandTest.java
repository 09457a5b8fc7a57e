package org.resbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resbench.runs.Json;

/** Expected values: R 4.2.2 on {@code sleep}, written by {@code write.csv}. */
class StatsCommandTest {
    private static final double[] DRUG_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] DRUG_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int stats(String csv, String... options) throws IOException {
        Path file = folder.resolve("numbers.csv");
        Files.writeString(file, csv, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of("stats", file.toString()));
        arguments.addAll(List.of(options));
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private static String sleepInColumns() {
        StringBuilder csv = new StringBuilder("drug 1,drug 2\n");
        for (int i = 0; i < DRUG_1.length; i++) {
            csv.append(DRUG_1[i]).append(',').append(DRUG_2[i]).append('\n');
        }
        return csv.toString();
    }

    private static String sleepInLines() {
        StringBuilder csv = new StringBuilder("\uFEFF\"extra\",\"group\",\"ID\"\r\n");
        for (int i = 0; i < DRUG_1.length; i++) {
            csv.append(DRUG_1[i]).append(",\"1\",\"").append(i).append("\"\r\n");
        }
        for (int i = 0; i < DRUG_2.length; i++) {
            csv.append(DRUG_2[i]).append(",\"2\",\"").append(i).append("\"\r\n");
        }
        return csv.toString();
    }

    private void wrong(String csv, String message, String... options) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(stats(csv, options)).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
        err.getBuffer().setLength(0);
    }

    /** t.test(x, y), t.test(x) and t.test(y); wilcox_test and oneway_test of coin with distribution="exact"; p.adjust of one p is that p.
     * d and g, and the chance that x is above y, by the base-R lines that the tests of the effects hold. */
    @Test void comparesColumns() throws IOException {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(stats(sleepInColumns())).isZero();
        } finally {
            Locale.setDefault(usual);
        }
        assertThat(out.toString().lines().map(line -> line.replaceAll(" {2,}", " | "))).contains(
                "group | n | mean | sd | median | IQM | min | max | 95 % t interval | 95 % BCa interval",
                "BCa intervals of fewer than 20 values are too narrow; prefer the t interval.",
                "drug 1: 0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0 2",
                "drug 1 - drug 2 | -1.58 | -3.3655 to 0.20548 | 0.079394 | 0.079394 | 0.079394 | 2.5174 | Welch t",
                "drug 1 - drug 2 | 0.065817 | 0.065817 | 0.065817 | Mann-Whitney, exact",
                "drug 1 - drug 2 | 0.081448 | 0.081448 | 0.081448 | permutation, exact",
                "drug 1 - drug 2 | -0.83218 | -0.79694 | -1.6652 to 0.091408 | 0.255 | 0.10591 to 0.51416 | -0.49")
                .anyMatch(line -> line.startsWith("drug 1 | 10 | 0.75 | 1.789 | 0.35 | 0.53333 | -1.6 | 3.7 | -0.52978 to 2.0298 | "));
    }

    /** t.test(extra ~ group, data=sleep, paired=TRUE): p = 0.00283289, interval -2.4598858 to -0.7001142. */
    @Test void comparesPairsFromLines() throws IOException {
        assertThat(stats(sleepInLines(), "--group", "group", "--value", "extra", "--paired", "--json")).isZero();
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.at("/groups/0/n").asInt()).isEqualTo(10);
        assertThat(facts.at("/groups/0/standard_deviation").asDouble()).isEqualTo(1.78900965775916, within(1e-12));
        assertThat(facts.at("/groups/1/samples")).hasSize(10);
        assertThat(facts.at("/comparisons/0/p_value").asDouble()).isEqualTo(0.00283289019738427, within(1e-9));
        assertThat(facts.at("/comparisons/0/interval/lower").asDouble()).isEqualTo(-2.459885763276982, within(1e-8));
        assertThat(facts.at("/comparisons/0/interval/method").asText()).isEqualTo("paired t");
    }

    /** R: t.test(trt1, ctrl, mu=1, alternative="less") and mu=-1 "greater"; wilcox.test(trt2, trt1) and p.adjust over three pairs. */
    @Test void aMarginAsksForEquivalence() throws IOException {
        String csv = "ctrl,trt1\n4.17,4.81\n5.58,4.17\n5.18,4.41\n6.11,3.59\n4.50,5.87\n4.61,3.83\n5.17,6.03\n4.53,"
                + "4.89\n5.33,4.32\n5.14,4.69\n";
        assertThat(stats(csv, "--margin", "1", "--json")).isZero();
        JsonNode margins = Json.readTree(out.toString()).at("/comparisons/0/margins");
        assertThat(margins.at("/equivalent/p_value").asDouble()).isEqualTo(0.0299692708973715, within(1e-8));
        assertThat(margins.at("/not_above/p_value").asDouble()).isEqualTo(0.0299692708973715, within(1e-8));
        assertThat(margins.at("/not_below/p_value").asDouble()).isEqualTo(0.000207245343711663, within(1e-9));
        wrong(csv, "--margin: -1.0 is not above zero", "--margin", "-1");
    }

    /** R: binom.test(2, 9) for the discordant lines; prop.test(4, 11, correct=FALSE) for the share. */
    @Test void zerosAndOnesAreProportions() throws IOException {
        String csv = "a,b\n" + "1,0\n".repeat(2) + "0,1\n".repeat(7) + "1,1\n".repeat(2);
        assertThat(stats(csv, "--paired", "--json")).isZero();
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.at("/comparisons/0/mcnemar/exact_p_value").asDouble()).isEqualTo(0.1796875, within(1e-9));
        assertThat(facts.at("/groups/0/share_of_ones/lower").asDouble()).isEqualTo(0.151664710953676, within(1e-8));
        assertThat(facts.at("/crossed_spread/seeds").asInt()).isEqualTo(2);
    }

    /** R: wilcox.test(c(3, 4), c(1, 2), alternative="greater"): 1/6. */
    @Test void aTrendFollowsTheOrderOfTheFile() throws IOException {
        assertThat(stats("a,b\n1,3\n2,4\n", "--trend", "--json")).isZero();
        JsonNode trend = Json.readTree(out.toString()).at("/trend");
        assertThat(trend.at("/p_value_increasing").asDouble()).isEqualTo(1 / 6.0, within(1e-12));
        assertThat(trend.at("/p_value").asDouble()).isEqualTo(1 / 3.0, within(1e-12));
        wrong("a\n1\n2\n", "--trend: there is one group", "--trend");
    }

    @Test void theTestSetsSpreadIsToldFromTheSeeds() throws IOException {
        assertThat(stats("resnet-110\n6.37\n6.61\n6.43\n6.57\n6.60\n", "--images", "10000", "--json")).isZero();
        JsonNode spread = Json.readTree(out.toString()).at("/groups/0/error_spread"); // R: as in SpreadTest
        assertThat(spread.at("/between_seeds").asDouble()).isEqualTo(0.1089954127475098, within(1e-9));
        assertThat(spread.at("/test_set").asDouble()).isEqualTo(0.2468079706978687, within(1e-9));
        wrong("a\n101\n", "--images: 'a' holds a value outside of 0 to 100", "--images", "10");
        wrong("a\n1\n", "--images: 0 is no number of test images", "--images", "0");
    }

    /** No NaN is printed whatever the samples are. */
    @Test void poorSamplesAreDashes() throws IOException {
        for (String csv : List.of("a,b\n1,2\n", "a,b\n5,5\n5,5\n", "a,b\n5,6\n5,6\n", "a,b\n1,1\n2,\n", "a,b\n0,0\n", "a\n3\n")) {
            for (List<String> options : List.of(List.<String>of(), List.of("--json"), List.of("--margin", "1"))) {
                assertThat(stats(csv, options.toArray(String[]::new))).as(csv).isZero();
            }
        }
        assertThat(out.toString()).doesNotContain("NaN").doesNotContain("Infinity").contains("none: one value, or all equal",
                "one value has no spread", "their spread is unknown");
    }

    @Test void columnsMayDifferInLength() throws IOException {
        assertThat(stats("a,b\n1,4\n2,\n3,6\n", "--json")).isZero();
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.at("/groups/0/n").asInt()).isEqualTo(3);
        assertThat(facts.at("/groups/1/n").asInt()).isEqualTo(2);
    }

    @Test void oneValueIsNoComparison() throws IOException {
        assertThat(stats("a,b\n1,4\n2,\n", "--json")).isZero();
        JsonNode facts = Json.readTree(out.toString());
        assertThat(facts.at("/groups/1/standard_deviation").isNull()).isTrue();
        assertThat(facts.at("/comparisons/0/p_value").isNull()).isTrue();
        assertThat(facts.at("/comparisons/0/interval").isNull()).isTrue();
    }

    @Test void badCellsAreNamedByFileLineAndColumn() throws IOException {
        wrong("a,b\n1,4\n2,x\n", "numbers.csv:3: column 'b': 'x' is no finite number");
        wrong("a,b\n1,4\n\n2,NaN\n", "numbers.csv:4: column 'b': 'NaN' is no finite number");
        wrong("a,b\n1,4\n2,1e999\n", "'1e999' is no finite number");
        wrong("a,b\n1,4\n2,3,4\n", "numbers.csv:3: 3 cells, but the header names 2 columns");
        wrong("a,b\n1,4\n2,\n", "numbers.csv:3: column 'b': is empty, and a pair needs both values", "--paired");
        wrong("a,b\n1,\"4\n", "numbers.csv:2: a quote is opened and never closed");
        wrong("a,b\n1,\"4\"5\n", "numbers.csv:2: '5' follows a closing quote");
    }

    @Test void badHeadersAreNamed() throws IOException {
        wrong("", "numbers.csv: is empty");
        wrong("a,b\n", "has a header but no values");
        wrong("a,a\n1,2\n", "column 2 is named 'a' like an earlier one");
        wrong("a,\n1,2\n", "column 2 has no name");
        wrong("a;b\n1;2\n", "cells must be separated by commas");
        wrong("a,b\n1,\n", "column 'b' has no values");
    }

    @Test void badOptionsAreNamed() throws IOException {
        wrong(sleepInLines(), "--group needs --value", "--group", "group");
        wrong(sleepInLines(), "--value needs --group", "--value", "extra");
        wrong(sleepInLines(), "'drug' is no column of", "--group", "drug", "--value", "extra");
        wrong("g,v\nx,1\nx,2\ny,3\n", "found x 2, y 1", "--group", "g", "--value", "v", "--paired");
    }

    @Test void aMissingFileIsNamed() {
        assertThat(Main.run(List.of("stats", folder.resolve("none.csv").toString()), new PrintWriter(out, true),
                new PrintWriter(err, true))).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv: no such file");
    }

    @Test void quotedCellsMayHoldCommasQuotesAndLineEnds() throws IOException {
        assertThat(stats("\"name, of \"\"it\"\"\",v\n\"a\nb\",1\n\"a\nb\",2\nx y,4\nx y,3\n", "--group", "name, of \"it\"",
                "--value", "v", "--json")).isZero();
        assertThat(Json.readTree(out.toString()).at("/groups/0/group").asText()).isEqualTo("a\nb");
    }
}

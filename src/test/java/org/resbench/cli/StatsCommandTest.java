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
        assertThat(stats(csv, options)).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
        err.getBuffer().setLength(0);
    }

    /** t.test(x, y), t.test(x) and t.test(y); p.adjust of one p is that p. */
    @Test void comparesColumns() throws IOException {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(stats(sleepInColumns())).isZero();
        } finally {
            Locale.setDefault(usual);
        }
        assertThat(out).hasToString("""
                group    n  mean      sd  median   min  max  95 % interval of the mean
                drug 1  10  0.75   1.789    0.35  -1.6  3.7  -0.52978 to 2.0298
                drug 2  10  2.33  2.0022    1.75  -0.1  5.5  0.89768 to 3.7623

                difference of means  estimate  95 % interval              p  p by Holm  test
                drug 1 - drug 2         -1.58  -3.3655 to 0.20548  0.079394   0.079394  Welch t
                """);
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
        assertThat(Main.run(List.of("stats", folder.resolve("none.csv").toString()), new PrintWriter(out, true), new PrintWriter(err, true))).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv: no such file");
    }

    @Test void quotedCellsMayHoldCommasQuotesAndLineEnds() throws IOException {
        assertThat(stats("\"name, of \"\"it\"\"\",v\n\"a\nb\",1\n\"a\nb\",2\nx y,4\nx y,3\n", "--group", "name, of \"it\"", "--value", "v", "--json")).isZero();
        assertThat(Json.readTree(out.toString()).at("/groups/0/group").asText()).isEqualTo("a\nb");
    }
}

package org.resbench.gate.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.resbench.gate.Check;
import org.resbench.gate.GateMetric;
import org.resbench.gate.Limits;
import org.resbench.gate.Outcome;
import org.resbench.gate.Row;
import org.resbench.gate.Verdict;
import org.resbench.spec.Scale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DocumentsTest {
    private static final Check CHECK = new Check(Verdict.REGRESSION, "odd <name> & \"quotes\"", Scale.REDUCED, 0.05, 3, List.of(
            row("resnet-20 a|b", GateMetric.TEST_ERROR_PERCENT, Outcome.REGRESSION, "worse by 0.53 points"),
            row("resnet-20 a|b", GateMetric.TEST_LOSS, Outcome.PASS, "ruled out"),
            row("resnet-32", GateMetric.TEST_LOSS, Outcome.INCONCLUSIVE, "a control \u0007 character"),
            new Row("resnet-44", GateMetric.TEST_LOSS, Outcome.NOT_MEASURED, new Limits(0, 0.05), List.of(0.3, 0.31), List.of(),
                    Optional.empty(), false, "no runs of it"),
            row("resnet-32", GateMetric.IMAGES_PER_SECOND, Outcome.NOT_COMPARABLE, "another platform than the baseline's")),
            List.of("resnet-20 recipe.weight_decay: 0, was 0.0001"), List.of("a note"));

    private static Row row(String cell, GateMetric metric, Outcome outcome, String why) {
        return new Row(cell, metric, outcome, metric.defaultLimits(), List.of(8.5, 8.75), List.of(9.0, 9.25),
                Optional.of(new Row.Tested(0.5, Optional.of(0.1), Optional.of(0.9), 0.001, 0.003, 0.004, 0.5, Optional.of(0.31))), false,
                        why);
    }

    /** Jenkins' schema (xunit-plugin, junit-10.xsd): counts on the suite; a case has at most one of skipped, error, failure. */
    @Test void junitXmlCountsWhatItHoldsAndNothingInconclusiveLooksPassed() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(JUnitDocument.of(CHECK).getBytes(StandardCharsets.UTF_8)));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("testsuites");
        assertThat(suite.getAttribute("name")).isEqualTo("resbench check odd <name> & \"quotes\" (reduced)");
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1").isEqualTo(count(suite, "failure"));
        assertThat(suite.getAttribute("errors")).isEqualTo("2").isEqualTo(count(suite, "error"));
        assertThat(suite.getAttribute("skipped")).isEqualTo("1").isEqualTo(count(suite, "skipped"));
        NodeList cases = suite.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(5);
        assertThat(((Element) cases.item(0)).getAttribute("classname")).isEqualTo("resnet-20 a|b");
        assertThat(((Element) cases.item(0)).getAttribute("name")).isEqualTo("test_error_percent");
        assertThat(cases.item(0).getTextContent()).contains("baseline: 8.5, 8.75", "runs: 9, 9.25");
        assertThat(((Element) cases.item(1)).getElementsByTagName("*").getLength()).isZero();
        assertThat(((Element) suite.getElementsByTagName("error").item(0)).getAttribute("message")).contains("a control \uFFFD character");
    }

    private static String count(Element suite, String tag) {
        return Integer.toString(suite.getElementsByTagName(tag).getLength());
    }

    @Test void markdownIsTheSameUnderEveryLocaleAndItsTableHoldsForAnyName() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            String markdown = MarkdownDocument.of(CHECK);
            Locale.setDefault(Locale.ROOT);
            assertThat(markdown).isEqualTo(MarkdownDocument.of(CHECK));
            assertThat(markdown).startsWith("## Resbench: regression in 1 of 5 comparisons of odd \\<name\\>");
            assertThat(markdown).contains("| resnet-20 a\\|b | test\\_error\\_percent | 8.625 (n = 2) | 9.125 (n = 2) | 0.50 points | "
                    + "0.10 to 0.90 | 0.5 points "
                    + "| 0.31 points | **regression** |\n");
            assertThat(markdown).contains("- resnet-20 recipe.weight\\_decay: 0, was 0.0001\n", "- a note\n");
            List<String> table = markdown.lines().filter(line -> line.startsWith("|")).toList();
            assertThat(table).hasSize(7).allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|')).hasSize(10));
        } finally {
            Locale.setDefault(before);
        }
    }
}

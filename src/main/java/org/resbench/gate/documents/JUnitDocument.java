package org.resbench.gate.documents;

import java.io.StringWriter;
import java.util.List;
import java.util.function.IntPredicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.resbench.gate.Amounts;
import org.resbench.gate.Check;
import org.resbench.gate.Outcome;
import org.resbench.gate.Row;

/** A check as JUnit XML, as CI servers read it: a test suite, a test case for each comparison. A regression is a failure; what is
 * inconclusive or not measured is an error, so that no server shows it as passed; what must not be compared is skipped.
 * @see "https://github.com/jenkinsci/xunit-plugin, junit-10.xsd" */
public final class JUnitDocument {
    private JUnitDocument() {}

    public static String of(Check check) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("testsuites");
            line(xml, 1);
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "resbench check " + check.name());
            xml.writeAttribute("tests", Integer.toString(check.rows().size()));
            xml.writeAttribute("failures", Long.toString(check.count(Outcome.REGRESSION)));
            xml.writeAttribute("errors", Long.toString(check.count(Outcome.INCONCLUSIVE) + check.count(Outcome.NOT_MEASURED)));
            xml.writeAttribute("skipped", Long.toString(check.count(Outcome.NOT_COMPARABLE)));
            xml.writeAttribute("time", "0");
            for (Row row : check.rows()) {
                line(xml, 2);
                testCase(xml, row);
            }
            line(xml, 2);
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(String.join("\n", List.of("verdict: " + check.verdict().word(), "changes: " + String.join("; ",
                    check.changes()),
                    "notes: " + String.join("; ", check.notes())))));
            xml.writeEndElement();
            line(xml, 1);
            xml.writeEndElement();
            line(xml, 0);
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML to memory failed", e);
        }
        return text.append('\n').toString();
    }

    private static void testCase(XMLStreamWriter xml, Row row) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", legal(row.cell()));
        xml.writeAttribute("name", row.metric().key());
        xml.writeAttribute("time", "0");
        String detail = row.why() + "\nbaseline: " + samples(row.baseline()) + "\nruns: " + samples(row.runs());
        switch (row.outcome()) {
            case PASS -> { }
            case REGRESSION -> problem(xml, "failure", row, detail);
            case INCONCLUSIVE, NOT_MEASURED -> problem(xml, "error", row, detail);
            case NOT_COMPARABLE -> {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", legal(row.why()));
            }
        }
        xml.writeEndElement();
    }

    private static void problem(XMLStreamWriter xml, String element, Row row, String detail) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", legal(row.outcome().word() + ": " + row.why()));
        xml.writeAttribute("type", row.outcome().name().toLowerCase(java.util.Locale.ROOT));
        xml.writeCharacters(legal(detail));
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String samples(List<Double> values) {
        return values.isEmpty() ? "none" : String.join(", ", values.stream().map(Amounts::value).toList());
    }

    /** XML 1.0 has no control characters but tab and line ends; names in experiment files may have them. */
    private static String legal(String text) {
        IntPredicate allowed = c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000
                && c <= 0xFFFD || c >= 0x10000;
        return text.codePoints().map(c -> allowed.test(c) ? c : 0xFFFD).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }
}

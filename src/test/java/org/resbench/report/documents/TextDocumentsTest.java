package org.resbench.report.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resbench.report.InventedRuns;
import org.resbench.report.model.Table;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Audience;
import org.resbench.report.model.Table.Column;
import org.resbench.report.model.Table.Entry;

class TextDocumentsTest {
    private static final Table TABLE = new Table("example", "A & B", "50 % of it_all.",
            List.of(new Column("name", "Name", Align.LEFT, Audience.BOTH), new Column("shown", "Shown", Align.RIGHT, Audience.DISPLAY),
                    new Column("value", "unused", Align.RIGHT, Audience.DATA)),
            List.of(List.of(Entry.of("a,\"b\"|c"), Entry.of("1.00 ± 0.10"), new Entry("1.0", 0.1 + 0.2)),
                    List.of(Entry.of("x_1 {#}"), Entry.NONE, Entry.NONE)), List.of("† a note"));

    /** RFC 4180: fields with commas or quotes are quoted, quotes doubled. The double is Java's shortest that reads back the same. */
    @Test
    void csvQuotesAndKeepsFullPrecision() {
        assertThat(CsvDocument.of(TABLE)).isEqualTo("name,value\n\"a,\"\"b\"\"|c\",0.30000000000000004\nx_1 {#},\n");
    }

    @Test
    void markdownEscapesPipes() {
        assertThat(MarkdownDocument.of(TABLE, 3)).isEqualTo("""
                **Table 3. A & B.** 50 % of it\\_all.

                | Name | Shown |
                |---|--:|
                | a,"b"\\|c | 1.00 ± 0.10 |
                | x\\_1 {\\#} | – |

                † a note
                """);
    }

    /** LaTeX's ten special characters: # $ % & ~ _ ^ \ { } (Lamport, "LaTeX: A Document Preparation System", 2nd edition, section 2.1). */
    @Test
    void latexIsAsciiWithBooktabsRules() {
        String tex = LatexDocument.of(TABLE, InventedRuns.some().writer().report());
        assertThat(tex).isASCII().contains("\\toprule", "\\midrule", "\\bottomrule", "\\caption{A \\& B. 50 \\% of it\\_all.", "{lr}",
                "x\\_1 \\{\\#\\} & -- \\\\", "1.00 $\\pm$ 0.10", "\\dag{} a note");
    }

    @Test
    void decimalsReadBackAsTheSameNumber() {
        for (double value : new double[] {0, 1, 8.75, 1e-7, 123456789.125, 1e20, -0.1, Double.MIN_VALUE, 1 / 3.0}) {
            assertThat(Double.parseDouble(Decimals.shortest(value))).isEqualTo(value);
        }
        assertThat(Decimals.shortest(40551296.0)).isEqualTo("40551296");
    }
}

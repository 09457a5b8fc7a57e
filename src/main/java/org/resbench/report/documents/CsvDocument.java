package org.resbench.report.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Panel;
import org.resbench.report.model.Table.Audience;
import org.resbench.report.model.Table;

/** Tables and figures as CSV: RFC 4180 quoting, lines end with a line feed, a point for the decimals, full precision, nothing where a
 * value is missing. */
public final class CsvDocument {
    private CsvDocument() {}

    /** One line per row of the table, keys as header. */
    public static String of(Table table) {
        List<Integer> shown = table.columnsFor(Audience.DATA);
        StringBuilder csv = new StringBuilder();
        line(csv, shown.stream().map(c -> (Object) table.columns().get(c).key()).toList());
        table.rows().forEach(row -> line(csv, shown.stream().map(c -> text(row.get(c).value())).map(t -> (Object) t).toList()));
        return csv.toString();
    }

    /** One line per point: panel, curve, x, y. */
    public static String of(Figure figure) {
        StringBuilder csv = new StringBuilder("panel,curve,x,y\n");
        for (Panel panel : figure.panels()) {
            for (Curve curve : panel.curves()) {
                for (int i = 0; i < curve.x().size(); i++) {
                    line(csv, List.of(panel.title(), curve.name(), text(curve.x().get(i)), text(curve.y().get(i))));
                }
            }
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<Object> values) {
        csv.append(values.stream().map(v -> quoted(v.toString())).collect(Collectors.joining(","))).append('\n');
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return Double.isNaN(number) ? "" : Decimals.shortest(number);
        }
        return value == null ? "" : value.toString();
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}

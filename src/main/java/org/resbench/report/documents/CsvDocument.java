package org.resbench.report.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.resbench.report.model.Band;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.HeatMap;
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

    /** One line per point: panel, curve, x, y; a band is two curves. Of maps one line per place: panel, row, column, percent. */
    public static String of(Figure figure) {
        if (figure.panels().stream().allMatch(panel -> panel.heatMap().isPresent())) {
            return maps(figure);
        }
        StringBuilder csv = new StringBuilder("panel,curve,x,y\n");
        for (Panel panel : figure.panels()) {
            for (Band band : panel.bands()) {
                for (int i = 0; i < band.x().size(); i++) {
                    line(csv, List.of(panel.title(), band.name() + ", lowest", text(band.x().get(i)), text(band.lower().get(i))));
                    line(csv, List.of(panel.title(), band.name() + ", highest", text(band.x().get(i)), text(band.upper().get(i))));
                }
            }
            panel.bubbles().ifPresent(bubbles -> bubbles.bubbles().forEach(
                    bubble -> line(csv, List.of(panel.title(), bubble.label(), text(bubble.x()), text(bubble.y())))));
            for (Curve curve : panel.curves()) {
                for (int i = 0; i < curve.x().size(); i++) {
                    line(csv, List.of(panel.title(), curve.name(), text(curve.x().get(i)), text(curve.y().get(i))));
                }
            }
        }
        return csv.toString();
    }

    private static String maps(Figure figure) {
        StringBuilder csv = new StringBuilder("panel,row,column,percent\n");
        for (Panel panel : figure.panels()) {
            HeatMap map = panel.heatMap().orElseThrow();
            for (int row = 0; row < map.rows().size(); row++) {
                for (int column = 0; column < map.columns().size(); column++) {
                    line(csv, List.of(panel.title(), map.rows().get(row), map.columns().get(column),
                            text(map.percents().get(row).get(column))));
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

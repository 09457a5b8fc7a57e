package org.resbench.report.model;

import java.util.List;

/** Shares as shades, each with its number: column c is drawn around x = c, row r around y = {@code rows.size() - 1 - r}, so the first row
 * is
 * on top.
 * @param rows names from top to bottom @param columns names from left to right
 * @param percents by row, then column; 0 to 100, NaN where nothing is known */
public record HeatMap(List<String> rows, List<String> columns, List<List<Double>> percents) {
    public HeatMap {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        percents = percents.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.isEmpty() || percents.size() != rows.size() || percents.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a map of " + rows.size() + " rows and " + width + " columns needs a value for each place");
        }
        percents.stream().flatMap(List::stream).filter(p -> p < 0 || p > 100).findFirst().ifPresent(p -> {
            throw new IllegalArgumentException(p + " is no share in percent");
        });
    }
}

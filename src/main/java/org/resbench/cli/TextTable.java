package org.resbench.cli;

import java.util.ArrayList;
import java.util.List;

/** A table for terminals: columns as wide as their widest cell, two spaces apart; numbers to the right. The same under every locale. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> header, List<Boolean> right) {
        this.header = header;
        this.right = right;
    }

    /** @param columns headings; one that starts with {@code >} is aligned to the right, the sign is not shown */
    public static TextTable of(String... columns) {
        List<String> headings = List.of(columns);
        return new TextTable(headings.stream().map(heading -> heading.startsWith(">") ? heading.substring(1) : heading).toList(),
                headings.stream().map(heading -> heading.startsWith(">")).toList());
    }

    /** @throws IllegalArgumentException if there are not as many cells as columns */
    public TextTable row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + header.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Heading and rows, each with a line end and no spaces at its end. */
    @Override public String toString() {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        int[] widths = new int[header.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - length(row.get(i)));
                line.append(i == 0 ? "" : GAP).append(right.get(i) ? space + row.get(i) : row.get(i) + space);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

package org.resbench.report.model;

import java.util.List;

/** A table for people (display columns) and for programs (data columns) at once.
 * @param id file name and key, such as {@code classification-error}
 * @param title short
 * @param caption full sentences, with units and protocol
 * @param rows one entry per column
 * @param notes below the table */
public record Table(String id, String title, String caption, List<Column> columns, List<List<Entry>> rows, List<String> notes) {
    /** {@code DISPLAY}: HTML, PDF, LaTeX and Markdown; {@code DATA}: CSV and JSON. */
    public enum Audience { DISPLAY, DATA, BOTH }

    public enum Align { LEFT, RIGHT }

    /** @param key snake_case with unit, the CSV header and JSON key @param heading what people read */
    public record Column(String key, String heading, Align align, Audience audience) {}

    /** @param text for people; a dash when there is nothing @param value a Number, Boolean or String for programs, null when there is
     * nothing */
    public record Entry(String text, Object value) {
        public static final Entry NONE = new Entry("–", null);

        public static Entry of(String text) {
            return new Entry(text, text);
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<Entry> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("table '" + id + "' has " + columns.size() + " columns, a row has " + row.size());
            }
        }
    }

    /** Positions of the columns that this audience reads. */
    public List<Integer> columnsFor(Audience audience) {
        return java.util.stream.IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).audience() == Audience.BOTH || columns.get(i).audience() == audience).boxed().toList();
    }
}

package org.resbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.resbench.cli.CsvFile.Row;

/** The groups of numbers in a CSV file: its columns, or the values of one column grouped by another. */
final class CsvGroups {
    /** What R and spreadsheets write: no hexadecimal, no NaN, no thousands separators. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private CsvGroups() {}

    /** Each column is a group; empty cells are no values, so that columns may differ in length.
     * @param paired whether rows are pairs; then no cell may be empty
     * @throws UserError with file and line */
    static Map<String, double[]> columns(CsvFile file, boolean paired) {
        Map<String, List<Double>> groups = new LinkedHashMap<>();
        file.columns().forEach(column -> groups.put(column, new ArrayList<>()));
        for (Row row : file.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                String cell = row.cells().get(i);
                if (!cell.isEmpty()) {
                    groups.get(file.columns().get(i)).add(number(file, row, i));
                } else if (paired) {
                    throw new UserError(where(file, row, i) + "is empty, and a pair needs both values; fill it in or delete the line");
                }
            }
        }
        return samples(file, groups);
    }

    /** The numbers of the value column, grouped by the text of the group column, in order of appearance.
     * @throws UserError with file and line */
    static Map<String, double[]> grouped(CsvFile file, String group, String value, boolean paired) {
        int groupAt = index(file, "--group", group);
        int valueAt = index(file, "--value", value);
        Map<String, List<Double>> groups = new LinkedHashMap<>();
        for (Row row : file.rows()) {
            if (row.cells().get(groupAt).isEmpty() || row.cells().get(valueAt).isEmpty()) {
                throw new UserError(where(file, row, row.cells().get(groupAt).isEmpty() ? groupAt : valueAt)
                        + "is empty; fill it in or delete the line");
            }
            groups.computeIfAbsent(row.cells().get(groupAt), none -> new ArrayList<>()).add(number(file, row, valueAt));
        }
        Map<String, double[]> samples = samples(file, groups);
        if (paired && samples.values().stream().mapToInt(sample -> sample.length).distinct().count() > 1) {
            throw new UserError(file.path() + ": --paired needs as many values in every group, in the order of the pairs; found "
                    + String.join(", ", samples.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue().length).toList()));
        }
        return samples;
    }

    private static Map<String, double[]> samples(CsvFile file, Map<String, List<Double>> groups) {
        if (file.rows().isEmpty()) {
            throw new UserError(file.path() + ": has a header but no values below it");
        }
        Map<String, double[]> samples = new LinkedHashMap<>();
        groups.forEach((name, values) -> {
            if (values.isEmpty()) {
                throw new UserError(file.path() + ": column '" + name + "' has no values; delete it or fill it in");
            }
            samples.put(name, values.stream().mapToDouble(Double::doubleValue).toArray());
        });
        return samples;
    }

    private static double number(CsvFile file, Row row, int column) {
        String cell = row.cells().get(column);
        double value = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new UserError(where(file, row, column) + "'" + cell + "' is no finite number; numbers look like 8.75 or 1e-3"
                    + ", and --group and --value say which column holds names and which numbers");
        }
        return value;
    }

    private static int index(CsvFile file, String option, String column) {
        int index = file.columns().indexOf(column);
        if (index < 0) {
            throw new UserError(option + ": '" + column + "' is no column of " + file.path() + "; its columns are "
                    + String.join(", ", file.columns()));
        }
        return index;
    }

    private static String where(CsvFile file, Row row, int column) {
        return file.path() + ":" + row.line() + ": column '" + file.columns().get(column) + "': ";
    }
}

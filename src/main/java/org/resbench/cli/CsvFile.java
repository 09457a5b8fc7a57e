package org.resbench.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A comma-separated file with a header (RFC 4180): cells may stand in double quotes, a quote in them is doubled. Spaces around cells
 * do not count, nor do empty lines.
 * @param columns names in the header, no two alike, none empty
 * @param rows each as long as the header */
record CsvFile(Path path, List<String> columns, List<Row> rows) {
    /** @param line where it starts, from 1 */
    record Row(int line, List<String> cells) {}

    /** @throws UserError if it cannot be read, is not UTF-8, or is no such table, with file and line */
    static CsvFile read(Path path) {
        List<Row> rows = new Parser(path, text(path)).rows();
        if (rows.isEmpty()) {
            throw new UserError(path + ": is empty; the first line must name the columns");
        }
        Row header = rows.get(0);
        if (header.cells().size() == 1 && header.cells().get(0).matches(".*[;\t].*")) {
            throw new UserError(path + ":" + header.line() + ": one column named '" + header.cells().get(0)
                    + "'; cells must be separated by commas");
        }
        for (int i = 0; i < header.cells().size(); i++) {
            String name = header.cells().get(i);
            if (name.isEmpty() || header.cells().indexOf(name) < i) {
                throw new UserError(path + ":" + header.line() + ": column " + (i + 1) + (name.isEmpty() ? " has no name"
                        : " is named '" + name + "' like an earlier one") + "; every column needs a name of its own");
            }
        }
        for (Row row : rows) {
            if (row.cells().size() != header.cells().size()) {
                throw new UserError(path + ":" + row.line() + ": " + row.cells().size() + " cells, but the header names "
                        + header.cells().size() + " columns");
            }
        }
        return new CsvFile(path, header.cells(), List.copyOf(rows.subList(1, rows.size())));
    }

    private static String text(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new UserError(path + (Files.exists(path) ? ": is no file" : ": no such file"));
        }
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UserError(path + ": is not UTF-8 text; save it as CSV in UTF-8");
        } catch (IOException e) {
            throw new UserError(path + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Reads cells character by character. */
    private static final class Parser {
        private final Path path;
        private final String text;
        private final List<Row> rows = new ArrayList<>();
        private int at;
        private int line = 1;

        Parser(Path path, String text) {
            this.path = path;
            this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        }

        List<Row> rows() {
            while (at < text.length()) {
                int start = line;
                List<String> cells = row();
                if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                    rows.add(new Row(start, List.copyOf(cells)));
                }
            }
            return rows;
        }

        private List<String> row() {
            List<String> cells = new ArrayList<>();
            while (true) {
                cells.add(cell());
                if (at == text.length()) {
                    return cells;
                }
                char end = text.charAt(at++);
                if (end == '\n') {
                    line++;
                    return cells;
                }
            }
        }

        /** Stops at a comma, a line end or the end of the text. */
        private String cell() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (at == text.length() || text.charAt(at) != '"') {
                int start = at;
                while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                    at++;
                }
                return text.substring(start, at).strip();
            }
            String quoted = quoted();
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                throw new UserError(path + ":" + line + ": '" + text.charAt(at)
                        + "' follows a closing quote; a quote within quotes is doubled");
            }
            return quoted;
        }

        private String quoted() {
            int opened = line;
            StringBuilder cell = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"' && (at + 1 == text.length() || text.charAt(at + 1) != '"')) {
                    at++;
                    return cell.toString().strip();
                }
                at += c == '"' ? 1 : 0;
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            }
            throw new UserError(path + ":" + opened + ": a quote is opened and never closed");
        }
    }
}

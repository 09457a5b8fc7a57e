package org.resbench.spec;

/** One thing that is wrong with an experiment, where, and what would be right. Line and column count from 1; 0 where there is none. */
public record Problem(String file, int line, int column, String key, String message) {
    @Override public String toString() {
        String place = line > 0 ? file + ":" + line + ":" + column : file;
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}

package org.resbench.report.cells;

import java.util.List;

/** What the classes of a data set are called, where that is known: runs keep class numbers only. */
@FunctionalInterface
public interface ClassNames {
    /** Knows no data set. */
    ClassNames UNKNOWN = dataSet -> List.of();

    /** @return names by class number; empty if the data set is not at hand */
    List<String> of(String dataSet);
}

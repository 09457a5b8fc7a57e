package org.resbench.cli;

import java.util.List;
import org.resbench.data.DataSummary;

/** Data sets in words. */
final class DataText {
    private DataText() {}

    static String list(List<DataSummary> sets) {
        TextTable table = TextTable.of("name", ">classes", ">training", ">test", "pixels", "folder");
        for (DataSummary set : sets) {
            boolean whole = set.problem().isEmpty();
            table.row(set.name(), whole ? "" + set.classes().size() : "-", whole ? "" + set.trainingImages() : "-",
                    whole ? "" + set.testImages() : "-", whole ? set.height() + "x" + set.width() : "damaged",
                    set.folder().isEmpty() ? "(built in)" : set.folder());
        }
        return table.toString();
    }

    static String one(DataSummary set) {
        return set.name() + ": " + set.classes().size() + " classes, " + set.trainingImages() + " training and "
                + set.testImages() + " test images of "
                + set.height() + "x" + set.width() + " pixels" + (set.folder().isEmpty() ? ", built in" : ", in " + set.folder()) + "\n"
                + "classes: " + String.join(", ", set.classes()) + "\n";
    }
}

package org.resbench.data;

import java.nio.file.Path;

/** The folder where data sets are kept ({@code --data}, RESBENCH_DATA, else the user's cache); thread-safe. */
public record DataHome(Path folder) {
    /** Loads a data set; {@code synthetic} needs no files.
     * @throws DataException with what is missing or corrupt (which file, which record) and the command that mends it */
    public DataSet load(DataRequest request) {
        throw new DataException("built next");
    }
}

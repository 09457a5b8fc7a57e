package org.resbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks before hours of work whether its outcome can be written. */
final class WritableFolder {
    private WritableFolder() {}

    /** @param option that names the file; what is there already will be replaced
     * @throws UserError if it is a folder, its folder is not there, or it cannot be written: exit code 1 */
    static void requireFile(String option, Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        String why = Files.isDirectory(file) || folder == null ? "is a folder, not a file" : !Files.isDirectory(folder)
                ? "there is no folder " + folder
                : !Files.isWritable(Files.exists(file) ? file : folder) ? "cannot be written" : "";
        if (!why.isEmpty()) {
            throw new UserError(option + " " + file + ": " + why + "; name another file with " + option, ExitCode.FAILED);
        }
    }

    /** @param option that names the folder @param folder need not exist
     * @throws UserError if it cannot be made, or nothing can be written in it: exit code 1 */
    static void require(String option, Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        String why = !Files.isDirectory(there) ? "is no folder" : !Files.isWritable(there) ? "cannot be written" : "";
        if (!why.isEmpty()) {
            throw new UserError(option + " " + folder + ": " + there + " " + why
                    + "; grant write access there, or name another folder with " + option, ExitCode.FAILED);
        }
    }
}

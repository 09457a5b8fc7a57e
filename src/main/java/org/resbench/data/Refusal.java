package org.resbench.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a disk refused, in words for the user. */
public final class Refusal {
    private Refusal() {}

    public static String words(IOException e) {
        if (e instanceof FileSystemException refused && !(e instanceof AtomicMoveNotSupportedException)) {
            return reason(refused) + ": " + refused.getFile();
        }
        return String.valueOf(e.getMessage());
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "a file is in the place of a folder";
        }
        return e.getReason() == null ? "refused" : e.getReason();
    }
}

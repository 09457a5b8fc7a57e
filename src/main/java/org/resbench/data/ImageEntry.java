package org.resbench.data;

import java.util.Comparator;
import java.util.Optional;

/** Where an image of a data set to import lies: {@code train/CLASS/FILE} or {@code test/CLASS/FILE}, perhaps below one more folder.
 * Ordered as it will be stored: by class, then file name, both by their UTF-16 units, as {@link String#compareTo} does. */
record ImageEntry(boolean training, String label, String file) implements Comparable<ImageEntry> {
    private static final Comparator<ImageEntry> ORDER = Comparator.comparing((ImageEntry entry) -> !entry.training)
            .thenComparing(ImageEntry::label).thenComparing(ImageEntry::file);

    /** @param path parts separated by slashes
     * @return empty for files beside the images (a README) and hidden ones
     * @throws DataException if the path leads out of where it starts, or holds control characters, which terminals would obey */
    static Optional<ImageEntry> of(String source, String path) {
        String[] parts = (path.startsWith("./") ? path.substring(2) : path).split("/");
        for (String part : parts) {
            if (part.isEmpty() || part.equals("..") || part.equals(".") || part.indexOf('\\') >= 0
                    || part.chars().anyMatch(Character::isISOControl)) {
                throw new DataException(source + ": entry '" + printable(path)
                        + "' leads out of the archive or is no plain path; it is refused");
            }
        }
        int last = parts.length - 1;
        if (last < 2 || last > 3 || parts[last].startsWith(".") || parts[last - 1].startsWith(".")) {
            return Optional.empty();
        }
        boolean training = parts[last - 2].equals("train");
        return training || parts[last - 2].equals("test")
                ? Optional.of(new ImageEntry(training, parts[last - 1], parts[last])) : Optional.empty();
    }

    private static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }

    @Override public int compareTo(ImageEntry other) {
        return ORDER.compare(this, other);
    }

    @Override public String toString() {
        return (training ? "train/" : "test/") + label + "/" + file;
    }
}

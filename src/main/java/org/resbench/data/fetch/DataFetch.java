package org.resbench.data.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.resbench.data.Canonical;
import org.resbench.data.DataException;
import org.resbench.data.DataHome;
import org.resbench.data.DataSummary;
import org.resbench.data.Fingerprint;
import org.resbench.data.NewDataSet;
import org.resbench.data.Progress;

/** Gets a canonical data set: downloads its archive or takes a copy, holds it to its SHA-256, stores it. All or nothing, but for the part
 * of an archive that has come already, which the next attempt goes on from. */
public final class DataFetch {
    static final int ATTEMPTS = 4;
    static final long PAUSE_MILLISECONDS = 1000;

    private final DataHome home;
    private final Progress progress;
    private final long pauseMilliseconds;

    public DataFetch(DataHome home, Progress progress) {
        this(home, progress, PAUSE_MILLISECONDS);
    }

    DataFetch(DataHome home, Progress progress, long pauseMilliseconds) {
        this.home = home;
        this.progress = progress;
        this.pauseMilliseconds = pauseMilliseconds;
    }

    /** Nothing is done if it is there already and whole.
     * @param from a file, or a URL of http or https, that holds the same archive; empty for the authors' place
     * @throws DataException if the archive is another, or the data set there is damaged
     * @throws UncheckedIOException with a message for the user if network or disk refuse */
    public DataSummary run(Canonical set, Optional<String> from) {
        return run(Offer.of(set), from);
    }

    DataSummary run(Offer offer, Optional<String> from) {
        Path place = home.folderOf(offer.name());
        if (Files.exists(place)) {
            DataSummary there = home.verify(offer.name());
            if (!there.problem().isEmpty()) {
                throw new DataException(there.problem());
            }
            return there;
        }
        try (NewDataSet made = NewDataSet.begin(home, offer.name())) {
            String source = from.orElse(offer.url());
            boolean web = source.matches("(?i)https?://.*");
            Path archive = web ? home.folder().resolve("." + offer.name() + ".part") : Path.of(source);
            if (web) {
                download(offer, source, archive);
            } else if (!Files.isRegularFile(archive)) {
                throw new DataException(source + ": no such file; --from takes a copy of " + offer.url() + ", or a URL of http or https");
            }
            check(offer, source, archive, web);
            DataSummary summary = store(offer, archive, made);
            if (web) {
                Files.deleteIfExists(archive);
            }
            return summary;
        } catch (IOException e) {
            throw NewDataSet.unwritable(home, e);
        }
    }

    private void download(Offer offer, String url, Path part) throws IOException {
        try {
            new Download(url, "fetching " + offer.name(), ATTEMPTS, pauseMilliseconds, progress).to(part);
        } catch (Download.Unwritable e) {
            throw e.getCause();
        } catch (IllegalArgumentException e) {
            throw new DataException("'" + url + "' is no URL (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            String kept = Files.exists(part)
                    ? "; " + Files.size(part) + " bytes have come: start the same command again to go on from there" : "";
            throw new UncheckedIOException(url + ": cannot be fetched: " + e.getMessage() + kept
                    + "; behind a proxy set RESBENCH_JAVA_OPTS='-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT'; or get "
                    + "the file otherwise and run: resbench data fetch " + offer.name() + " --from FILE_OR_URL", e);
        }
    }

    private static void check(Offer offer, String source, Path archive, boolean downloaded) throws IOException {
        String found = Fingerprint.of(archive);
        if (!found.equals(offer.sha256())) {
            long bytes = Files.size(archive);
            if (downloaded) {
                Files.delete(archive);
            }
            throw new DataException(source + ": is not the canonical archive of " + offer.name() + ", or was damaged on its way: " + bytes
                    + " bytes with SHA-256 " + found + ", expected " + offer.sha256() + (downloaded
                            ? "; it was deleted: start the same command again, or name another copy with --from FILE_OR_URL"
                            : "; get it again from " + offer.url()));
        }
    }

    private DataSummary store(Offer offer, Path archive, NewDataSet made) throws IOException {
        CifarArchive read = CifarArchive.read(archive, offer.format());
        List<String> classes = read.classes();
        for (boolean training : new boolean[] {true, false}) {
            try (OutputStream out = made.records(training)) {
                read.write(training, out);
            }
        }
        return made.publish(classes, ArchiveFormat.SIDE, ArchiveFormat.SIDE, offer.url() + " sha256:" + offer.sha256());
    }
}

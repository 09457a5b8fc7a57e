package org.resbench.report.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.resbench.claims.looks.Looks;

/** Everything that a report says, ready to be drawn and printed.
 * @param notes what a reader should know about the report itself, such as a figure that the runs do not allow
 * @param looks at the claims while seeds were added; empty if they were judged once */
public record Report(Heading heading, Tally tally, List<ClaimResult> claims, List<Table> tables, List<Figure> figures,
                     Provenance provenance, List<String> notes, Optional<Looks> looks) {
    /** @param name of the experiment, also in file names
     * @param subtitle paper and place
     * @param scale paper, reduced or smoke, or several of them
     * @param banner why absolute numbers may not be set against published ones; empty when they may
     * @param headline the plain sentence that a reader quotes
     * @param generated when the report was made */
    public record Heading(String name, String title, String subtitle, String scale, Optional<String> banner, String headline,
                          Instant generated) {}

    /** How many claims came out how, and what became of the trials. */
    public record Tally(Claims claims, Trials trials) {
        public record Claims(int all, int seen, int notSeen, int inconclusive, int notComparable) {}

        /** @param unfinished failed, interrupted or still running @param missing asked for, never started */
        public record Trials(int all, int completed, int diverged, int unfinished, int missing) {}
    }

    /** Of claims that were judged once. */
    public Report(Heading heading, Tally tally, List<ClaimResult> claims, List<Table> tables, List<Figure> figures, Provenance provenance,
                  List<String> notes) {
        this(heading, tally, claims, tables, figures, provenance, notes, Optional.empty());
    }

    /** The same, with the looks and a note that tells of them. */
    public Report with(Looks taken) {
        return new Report(heading, tally, claims, tables, figures, provenance,
                Stream.concat(Stream.of(taken.sentence()), notes.stream()).toList(), Optional.of(taken));
    }

    public Report {
        claims = List.copyOf(claims);
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }
}

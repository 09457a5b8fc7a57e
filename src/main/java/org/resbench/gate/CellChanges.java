package org.resbench.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.resbench.runs.RunResult.Protocol;
import org.resbench.spec.Settings;

/** What is another experiment, what is a change to be judged. Data and the way of scoring make an experiment: with others, numbers must not
 * be held against each other. Network and recipe may change; that is what a check is for. */
final class CellChanges {
    private CellChanges() {}

    /** @throws GateException if data or scoring differ */
    static void refuseOtherExperiment(Cell then, Cell now) {
        if (!then.data().fingerprint().equals(now.data().fingerprint())) {
            throw new GateException(then.cell() + ": the baseline is of other data: " + then.data().name() + " " + shortened(then.data()
                    .fingerprint())
                    + ", the runs' are " + now.data().name() + " " + shortened(now.data().fingerprint())
                    + "; errors on different images are not compared. If the data are meant to be new, make a new baseline; if not, see "
                    + "'resbench data verify'");
        }
        if (!scoring(then.protocol()).equals(scoring(now.protocol()))) {
            throw new GateException(then.cell() + ": the baseline was tested otherwise: " + scoring(then.protocol()) + ", the runs: "
                    + scoring(now.protocol()) + "; make a new baseline");
        }
    }

    /** One entry for each setting that differs. A setting that the baseline does not know, since it is younger, and that has its default
     * now is none. */
    static List<String> settings(Cell then, Cell now) {
        List<String> changes = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(then.settings().keySet());
        Set<String> unknown = new TreeSet<>(now.settings().keySet());
        unknown.removeAll(keys);
        keys.addAll(unknown);
        keys.removeAll(Settings.byDefault(now.settings(), unknown));
        for (String key : keys) {
            Difference.of(then.cell() + " " + key, then.settings().getOrDefault(key, ""), now.settings().getOrDefault(key, ""))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    static List<String> notes(Cell then, Cell now) {
        List<String> notes = new ArrayList<>();
        if (now.diverged() > 0 || then.diverged() > 0) {
            notes.add(then.cell() + ": " + now.diverged() + " of " + now.samples().size() + " runs diverged (baseline: " + then.diverged()
                    + " of "
                    + then.samples().size() + "); they count with the error of guessing");
        }
        if (now.samples().size() < then.samples().size()) {
            notes.add(then.cell() + ": " + now.samples().size() + " seeds against the baseline's " + then.samples().size()
                    + "; as many as the baseline has would see smaller losses");
        }
        return notes;
    }

    private static String scoring(Protocol protocol) {
        return protocol.split() + ", views " + protocol.views() + ", " + protocol.chosen();
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(fingerprint.length(), 19));
    }
}

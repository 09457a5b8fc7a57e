package org.resbench.gate;

import java.util.List;
import java.util.Optional;
import org.resbench.spec.Scale;

/** Runs to hold later runs against: raw samples, recipe, fingerprints, platform, hashes of weights, versions, and the policy of the
 * check. Equal runs give an equal baseline, byte for byte: it holds no time, host, path or command line.
 * @param contentSha256 over all the rest, so that a change by hand is noticed
 * @param cells by name */
public record Baseline(int schema, String contentSha256, String experiment, Scale scale, Policy policy, CodeVersion code, Platform platform,
                       List<Cell> cells) {
    public static final int SCHEMA = 1;

    public Baseline {
        cells = List.copyOf(cells);
    }

    Baseline withContentSha256(String digest) {
        return new Baseline(schema, digest, experiment, scale, policy, code, platform, cells);
    }

    Optional<Cell> cell(String name) {
        return cells.stream().filter(cell -> cell.cell().equals(name)).findFirst();
    }
}

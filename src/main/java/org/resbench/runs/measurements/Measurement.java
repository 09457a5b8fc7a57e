package org.resbench.runs.measurements;

import java.util.List;

/** result.json of a measured network: every window, raw. Written when all rounds are done.
 * @param parameters that are trained @param multiplyAdds of one image, forward, at the input that was measured
 * @param samples in the order in which they were taken */
public record Measurement(int schema, String network, long parameters, long multiplyAdds, List<Sample> samples, List<Skipped> skipped) {
    public Measurement {
        samples = List.copyOf(samples);
        skipped = List.copyOf(skipped);
    }
}

package org.resbench.profile;

import java.util.Locale;
import org.resbench.arch.Shape;

/** What was profiled.
 * @param device such as {@code CPU:0} */
public record Setup(String network, Work work, int batch, Shape input, int classes, String device) {
    /** A training step, or the scores of a batch. */
    public enum Work {
        TRAINING, INFERENCE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For file names: {@code resnet-20-training}. */
    public String stem() {
        return network + "-" + work.word();
    }
}

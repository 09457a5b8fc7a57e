package org.resbench.weights;

import java.util.Locale;

/** What besides the weights decides the scores that a network yields. Files say it in {@code __metadata__} under these names in snake case;
 * options of the same names say it where a file does not. */
public enum Setting {
    ZERO_CHANNELS("after, or half_before_half_after"),
    CONVOLUTION_PADDING("centred (all sides alike, as PyTorch and Caffe do; files also say 1), or tensorflow_same"),
    BATCH_NORM_EPSILON("a number above 0, such as 1e-5"),
    INPUT_RANGE("0..1 or 0..255: the values that pixels have before the mean is taken off"),
    INPUT_MEAN("three numbers for red, green and blue, such as 0.485,0.456,0.406; 0,0,0 for none"),
    INPUT_STD("three numbers above 0, such as 0.229,0.224,0.225; 1,1,1 for none");

    private final String allowed;

    Setting(String allowed) {
        this.allowed = allowed;
    }

    /** What may be said, in words. */
    public String allowed() {
        return allowed;
    }

    /** In files: {@code input_mean}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** On the command line: {@code --input-mean}. */
    public String option() {
        return "--" + key().replace('_', '-');
    }
}

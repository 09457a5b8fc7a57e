package org.resbench.evaluate;

import java.util.List;
import java.util.Optional;

/** What a network says of one image.
 * @param top the likeliest classes, the likeliest first
 * @param why where it sees the likeliest one; empty for networks without maps */
public record Prediction(List<Choice> top, Optional<GradCam> why) {
    /** @param index of the class @param name of the class @param probability by softmax */
    public record Choice(int index, String name, double probability) {}

    public Prediction {
        top = List.copyOf(top);
    }
}

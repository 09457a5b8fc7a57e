package org.resbench.tf;

import java.util.List;

/** What TensorFlow's own step statistics say of one step: each operation that ran, once.
 * @param nanoseconds from the first operation's start to the last one's end
 * @param operations by their start */
public record StepTrace(long nanoseconds, List<Operation> operations) {
    /** What an operation is there for. */
    public enum Phase {
        /** From the image to the loss. */
        FORWARD,
        /** Gradients that go on to the layers before. */
        GRADIENTS_TO_INPUTS,
        /** Gradients that only updates read. */
        GRADIENTS_TO_PARAMETERS,
        /** Reading and writing variables, decay, momentum, moving statistics. */
        UPDATE,
        /** What the graph does not tell. */
        UNKNOWN
    }

    /** @param name in the graph, or what TensorFlow calls an operation of its own
     * @param type such as {@code Conv2D}
     * @param layer of the network, empty if the operation belongs to none
     * @param inputs tensors that it reads, 0 where the graph does not have the operation
     * @param start nanoseconds since the step's first operation
     * @param nanoseconds by the clock, however many threads it used */
    public record Operation(String name, String type, String layer, Phase phase, int inputs, String device, long start, long nanoseconds) {}

    public StepTrace {
        operations = List.copyOf(operations);
    }
}

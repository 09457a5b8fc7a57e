package org.resbench.arch.counting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.resbench.arch.Layer;
import org.resbench.arch.Operation;
import org.resbench.arch.Shape;

/** What is counted as work, of one image, forward. There is no one answer, so every number names its convention. An operation that a
 * convention says nothing of is refused; an operation that it leaves out counts zero because its description says so. */
public enum Convention {
    /** He et al. 2015, table 1, "FLOPs (multiply-adds)". */
    PAPER("multiply-adds", 1, "Multiply-adds of convolutions and fully connected layers, biases left out: what He et al. 2015 call FLOPs.",
            MultiplyAdds::new),
    /** As the paper counts VGG-16 ("15.3 billion"). */
    CONVOLUTIONS("multiply-adds", 1, "Multiply-adds of convolutions only, biases left out.", Convolutions::new),
    /** fvcore 0.1.5: {@code fvcore/nn/flop_count.py} and {@code jit_handles.py}. */
    FVCORE("multiply-adds", 1, "As fvcore's FlopCountAnalysis: convolutions and fully connected layers without bias, 2 for "
            + "each value of batch norm, 1 for each value that an adaptive or global average pool reads; nothing for ReLU, concatenation, "
            + "dropout, zero channels, and for additions, max and other average pools, which fvcore lists as unsupported and "
            + "leaves out.", Fvcore::new),
    /** Two operations for each multiply-add, as hardware vendors count, and DeepSpeed for these layers. */
    FLOPS("FLOPs", 2, "Floating-point operations: 2 for each multiply-add of the paper's.", MultiplyAdds::new);

    /** Going backward costs twice as much as forward, as gradients to inputs and to kernels are each a product of the forward pass's size;
     * so a training step is three times a forward pass.
     * @see "DeepSpeed, tutorial Flops Profiler: prints 'bwd FLOPS per GPU = 2 * fwd flops per GPU / bwd latency', and 3 * fwd flops for
     *     both" */
    public static final int TRAINING_FACTOR = 3;

    private final String unit;
    private final int factor;
    private final String description;
    private final Function<Shapes, Operation.Reader<Long>> counter;

    Convention(String unit, int factor, String description, Function<Shapes, Operation.Reader<Long>> counter) {
        this.unit = unit;
        this.factor = factor;
        this.description = description;
        this.counter = counter;
    }

    /** What an operation reads first, and what it yields. */
    record Shapes(Shape input, Shape output) {}

    /** Its name for people and options, such as {@code paper}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The convention of that name.
     * @throws IllegalArgumentException if there is none; says which there are */
    public static Convention of(String word) {
        return Arrays.stream(values()).filter(convention -> convention.word().equals(word.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no convention of counting; must be one of "
                        + Arrays.stream(values()).map(Convention::word).collect(Collectors.joining(", "))));
    }

    /** {@code multiply-adds} or {@code FLOPs}. */
    public String unit() {
        return unit;
    }

    /** A sentence: what counts how much, and what counts nothing. */
    public String description() {
        return description;
    }

    /** Work of one layer for one image, forward, in this convention's {@link #unit}.
     * @param inputs the shapes that it reads
     * @throws IllegalArgumentException if this convention says nothing of such a layer; names it */
    public long count(Layer layer, List<Shape> inputs) {
        try {
            return factor * layer.operation().read(counter.apply(new Shapes(inputs.get(0), layer.output())));
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException("the convention '" + word() + "' does not say what " + layer.name() + " (" + e.getMessage()
                    + ") counts; choose another convention", e);
        }
    }
}

package org.resbench.tf;

import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The tensors of one part of a batch, until closed. */
final class Feed implements AutoCloseable {
    /** Where images {@code [n, height, width, channels]} and class indices {@code [n]} enter the graph. */
    record Inputs(Output<?> images, Output<?> labels, org.resbench.arch.Shape image) {
        static Inputs of(OpMaker ops, org.resbench.arch.Shape image) {
            return new Inputs(
                    ops.placeholder("images", DataType.DT_FLOAT, Shape.of(-1, image.height(), image.width(), image.channels())),
                    ops.placeholder("labels", DataType.DT_INT32, Shape.of(-1)), image);
        }
    }

    private final Inputs inputs;
    private final TFloat32 pixels;
    private final TInt32 labels;

    Feed(Inputs inputs, float[] pixels, int[] labels, int from, int count) {
        this.inputs = inputs;
        org.resbench.arch.Shape image = inputs.image();
        Shape shape = Shape.of(count, image.height(), image.width(), image.channels());
        this.pixels = TFloat32.tensorOf(shape, DataBuffers.of(pixels, true, false)
                .slice(from * image.elements(), count * image.elements()));
        this.labels = TInt32.tensorOf(Shape.of(count), DataBuffers.of(labels, true, false).slice(from, count));
    }

    Session.Runner into(Session.Runner runner) {
        return runner.feed(inputs.images(), pixels).feed(inputs.labels(), labels);
    }

    @Override public void close() {
        pixels.close();
        labels.close();
    }
}

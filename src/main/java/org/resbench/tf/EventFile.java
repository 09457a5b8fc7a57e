package org.resbench.tf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.tensorflow.Graph;
import org.tensorflow.Operation;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.summary.SummaryWriter;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;

/** A TensorBoard event file, written by TensorFlow's own summary operations. Each one makes a new file in its folder; TensorBoard
 * reads them one after the other. Every method throws {@link UncheckedIOException}, naming the folder, if the file cannot be written.
 * Not thread-safe. */
public final class EventFile implements AutoCloseable {
    /** Summaries that wait in memory at most, and for how long. {@link #flush} does not wait. */
    private static final int QUEUE = 100;
    private static final int FLUSH_MILLISECONDS = 10_000;

    private final Path folder;
    private final Graph graph = new Graph();
    private final Placeholder<TInt64> step;
    private final Placeholder<TString> tag;
    private final Placeholder<TFloat32> value;
    private final Placeholder<TFloat32> values;
    private final Operation scalar;
    private final Operation histogram;
    private final Operation flush;
    private final Operation close;
    private final Session session;

    private EventFile(Path folder) {
        this.folder = folder;
        Ops tf = Ops.create(graph);
        step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
        tag = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
        value = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        values = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
        SummaryWriter writer = tf.summary.summaryWriter();
        Operation create = tf.summary.createSummaryFileWriter(writer, tf.constant(folder.toString()), tf.constant(QUEUE),
                tf.constant(FLUSH_MILLISECONDS), tf.constant("")).op();
        scalar = tf.summary.writeScalarSummary(writer, step, tag, value).op();
        histogram = tf.summary.writeHistogramSummary(writer, step, tag, values).op();
        flush = tf.summary.flushSummaryWriter(writer).op();
        close = tf.summary.closeSummaryWriter(writer).op();
        session = new Session(graph, Device.CPU.configuration());
        try {
            run(session.runner().addTarget(create));
        } catch (UncheckedIOException e) {
            release();
            throw e;
        }
    }

    /** @param folder made if need be */
    public static EventFile open(Path folder) {
        return new EventFile(folder);
    }

    /** Writes one number, rounded to float32. */
    public void scalar(long atStep, String name, double number) {
        try (TInt64 steps = TInt64.scalarOf(atStep); TString tags = TString.scalarOf(name);
                TFloat32 floats = TFloat32.scalarOf((float) number)) {
            run(session.runner().feed(step, steps).feed(tag, tags).feed(value, floats).addTarget(scalar));
        }
    }

    /** Writes how numbers are distributed; they must be finite. */
    public void histogram(long atStep, String name, float[] numbers) {
        try (TInt64 steps = TInt64.scalarOf(atStep); TString tags = TString.scalarOf(name);
                TFloat32 floats = TFloat32.tensorOf(Shape.of(numbers.length), DataBuffers.of(numbers, true, false))) {
            run(session.runner().feed(step, steps).feed(tag, tags).feed(values, floats).addTarget(histogram));
        }
    }

    /** Hands everything to the operating system. */
    public void flush() {
        run(session.runner().addTarget(flush));
    }

    @Override public void close() {
        try {
            run(session.runner().addTarget(close));
        } finally {
            release();
        }
    }

    private void run(Session.Runner runner) {
        try {
            runner.run().close();
        } catch (TensorFlowException e) {
            String why = e.getMessage().lines().findFirst().orElse("");
            throw new UncheckedIOException(new IOException(folder + ": TensorBoard events cannot be written: " + why, e));
        }
    }

    private void release() {
        session.close();
        graph.close();
    }
}

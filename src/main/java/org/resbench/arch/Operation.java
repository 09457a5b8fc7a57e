package org.resbench.arch;

/** What one layer computes. A closed set: whoever needs each kind (counting, drawing, lowering) implements {@link Reader}, so that a
 * new kind of layer is a compile error until each reader knows it. Java 17 has no exhaustive {@code switch} over types. */
public sealed interface Operation {

    /** Calls the reader's method for this kind of operation. */
    <R> R read(Reader<R> reader);

    /** One answer for each kind of operation. */
    interface Reader<R> {
        R convolution(Convolution convolution);

        R batchNorm(BatchNorm batchNorm);

        R relu(Relu relu);

        R add(Add add);

        R paddedShortcut(PaddedShortcut shortcut);

        R globalAveragePool(GlobalAveragePool pool);

        R dense(Dense dense);
    }

    /** 2-D convolution without activation; kernel {@code [size, size, cIn, filters]}, padding explicit.
     * @throws IllegalArgumentException if size, filters or stride is not positive */
    record Convolution(int size, int filters, int stride, Padding padding, boolean bias) implements Operation {
        public Convolution {
            positive("size", size);
            positive("filters", filters);
            positive("stride", stride);
        }

        @Override public <R> R read(Reader<R> reader) {
            return reader.convolution(this);
        }
    }

    /** Batch normalisation over batch, height and width with learned scale and offset (Ioffe and Szegedy 2015). */
    record BatchNorm() implements Operation {
        @Override public <R> R read(Reader<R> reader) {
            return reader.batchNorm(this);
        }
    }

    /** Negative values become zero. */
    record Relu() implements Operation {
        @Override public <R> R read(Reader<R> reader) {
            return reader.relu(this);
        }
    }

    /** Sum of two maps of equal shape. */
    record Add() implements Operation {
        @Override public <R> R read(Reader<R> reader) {
            return reader.add(this);
        }
    }

    /** Option A's parameter-free shortcut: takes each {@code stride}-th pixel from pixel 0 and adds zero channels before and
     * after (He et al. 2015, section 3.3).
     * @throws IllegalArgumentException if stride is not positive or a number of channels is negative */
    record PaddedShortcut(int stride, int channelsBefore, int channelsAfter) implements Operation {
        public PaddedShortcut {
            positive("stride", stride);
            if (channelsBefore < 0 || channelsAfter < 0) {
                throw new IllegalArgumentException("a shortcut adds channels, it cannot add " + channelsBefore + " before and "
                        + channelsAfter + " after");
            }
        }

        @Override public <R> R read(Reader<R> reader) {
            return reader.paddedShortcut(this);
        }
    }

    /** Mean over height and width; output {@code 1 x 1 x c}. */
    record GlobalAveragePool() implements Operation {
        @Override public <R> R read(Reader<R> reader) {
            return reader.globalAveragePool(this);
        }
    }

    /** Fully connected layer over the flattened input, with bias.
     * @throws IllegalArgumentException if units is not positive */
    record Dense(int units) implements Operation {
        public Dense {
            positive("units", units);
        }

        @Override public <R> R read(Reader<R> reader) {
            return reader.dense(this);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }
}

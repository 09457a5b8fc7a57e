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

        R maxPool(MaxPool pool);

        R averagePool(AveragePool pool);

        R adaptiveAveragePool(AdaptiveAveragePool pool);

        R concatenate(Concatenate concatenate);

        R localResponseNorm(LocalResponseNorm norm);

        R dropout(Dropout dropout);
    }

    /** 2-D convolution without activation; kernel {@code [size, size, cIn / groups, filters]}, padding explicit. With groups, filter
     * {@code f} reads only group {@code f * groups / filters} of the input's channels, cut into as many equal parts.
     * @throws IllegalArgumentException if size, filters, stride or groups is not positive, or groups do not divide the filters
     * @see "Krizhevsky et al. 2012, section 3.5, and Xie et al. 2016, arXiv 1611.05431, section 3.4, on groups" */
    record Convolution(int size, int filters, int stride, Padding padding, boolean bias, int groups) implements Operation {
        public Convolution {
            positive("size", size);
            positive("filters", filters);
            positive("stride", stride);
            positive("groups", groups);
            if (filters % groups != 0) {
                throw new IllegalArgumentException(filters + " filters cannot be cut into " + groups + " equal groups");
            }
        }

        /** In one group. */
        public Convolution(int size, int filters, int stride, Padding padding, boolean bias) {
            this(size, filters, stride, padding, bias, 1);
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

    /** Largest value of each window. Pixels of the padding never are the largest, whatever the others' sign.
     * @param ceil whether a last window that hangs over the edge counts, if it begins on the map or the padding before it: sides are
     *     {@code ceil((side + padding - size) / stride) + 1}, as Caffe has it and PyTorch with {@code ceil_mode}
     * @throws IllegalArgumentException if size or stride is not positive, or the padding is wider than half a window */
    record MaxPool(int size, int stride, Padding padding, boolean ceil) implements Operation {
        public MaxPool {
            positive("size", size);
            positive("stride", stride);
            if (Math.max(Math.max(padding.top(), padding.bottom()), Math.max(padding.left(), padding.right())) > size / 2) {
                throw new IllegalArgumentException("padding of a pooling window of " + size + " pixels must be at most " + size / 2
                        + ", or windows lie wholly on it");
            }
        }

        @Override public <R> R read(Reader<R> reader) {
            return reader.maxPool(this);
        }
    }

    /** Mean of each window that lies wholly on the map.
     * @throws IllegalArgumentException if size or stride is not positive */
    record AveragePool(int size, int stride) implements Operation {
        public AveragePool {
            positive("size", size);
            positive("stride", stride);
        }

        @Override public <R> R read(Reader<R> reader) {
            return reader.averagePool(this);
        }
    }

    /** Means over a grid of {@code size x size} windows, whatever the map's size: window i of a side of n pixels reaches from
     * {@code floor(i n / size)} up to {@code ceil((i + 1) n / size)}. A map of that size stays as it is, on a smaller one windows repeat.
     * @throws IllegalArgumentException if size is not positive
     * @see "PyTorch's adaptive_avg_pool2d" */
    record AdaptiveAveragePool(int size) implements Operation {
        public AdaptiveAveragePool {
            positive("size", size);
        }

        @Override public <R> R read(Reader<R> reader) {
            return reader.adaptiveAveragePool(this);
        }
    }

    /** Channels of all inputs, one input after the other; maps of equal height and width. */
    record Concatenate() implements Operation {
        @Override public <R> R read(Reader<R> reader) {
            return reader.concatenate(this);
        }
    }

    /** Divides each value by {@code (bias + alpha / size * sum) ^ beta}, the sum being of the squares of the {@code size} channels around
     * it.
     * @throws IllegalArgumentException if size is not odd and positive, or alpha, beta or bias is not positive
     * @see "Krizhevsky et al. 2012, section 3.3; alpha is divided by the size in Caffe and PyTorch, not in the paper" */
    record LocalResponseNorm(int size, double alpha, double beta, double bias) implements Operation {
        public LocalResponseNorm {
            if (size < 1 || size % 2 == 0) {
                throw new IllegalArgumentException("the channels around a value are odd in number, not " + size);
            }
            if (!(alpha > 0 && beta > 0 && bias > 0)) {
                throw new IllegalArgumentException("alpha, beta and bias must be positive, not " + alpha + ", " + beta + ", " + bias);
            }
        }

        @Override public <R> R read(Reader<R> reader) {
            return reader.localResponseNorm(this);
        }
    }

    /** In training each value becomes zero with this probability, and the others are divided by the rest of it; in testing all stay.
     * @throws IllegalArgumentException if rate is not at least 0 and below 1
     * @see "Srivastava et al. 2014; scaled in training, as today's frameworks do" */
    record Dropout(double rate) implements Operation {
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("a dropout rate must be at least 0 and below 1, not " + rate);
            }
        }

        @Override public <R> R read(Reader<R> reader) {
            return reader.dropout(this);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }
}

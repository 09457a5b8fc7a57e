package org.resbench.profile;

/** Time of some operations, and what they did in it.
 * @param operations how many
 * @param seconds of all of them, added up
 * @param productSeconds of those that multiply
 * @param multiplyAdds that these made
 * @param moveSeconds of those that move a known number of bytes
 * @param bytes that these read and wrote */
public record Share(int operations, double seconds, double productSeconds, long multiplyAdds, double moveSeconds, long bytes) {
    static final Share NONE = new Share(0, 0, 0, 0, 0, 0);

    Share plus(Attribution.Part part) {
        double took = part.operation().nanoseconds() / 1e9;
        return new Share(operations + 1, seconds + took, productSeconds + (part.multiplyAdds() > 0 ? took : 0),
                multiplyAdds + part.multiplyAdds(), moveSeconds + (part.bytes() > 0 ? took : 0), bytes + part.bytes());
    }

    public Share plus(Share other) {
        return new Share(operations + other.operations, seconds + other.seconds, productSeconds + other.productSeconds,
                multiplyAdds + other.multiplyAdds, moveSeconds + other.moveSeconds, bytes + other.bytes);
    }

    /** Floating-point operations a second while they ran, two for each multiply-add; 0 without any. */
    public double flops() {
        return multiplyAdds == 0 ? 0 : 2 * multiplyAdds / productSeconds;
    }

    /** Bytes a second while they ran; 0 without any. */
    public double bytesPerSecond() {
        return bytes == 0 ? 0 : bytes / moveSeconds;
    }
}

package org.resbench.arch;

import java.util.List;

/** Says which depths there are. */
final class Depths {
    private Depths() {}

    /** {@code 18 or 34}; {@code 18, 34, 50, 101 or 152}. */
    static String words(List<Integer> depths) {
        String all = String.join(", ", depths.stream().map(Object::toString).toList());
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }

    /** Depths of {@code step * n + rest}, n from 1, next to one that is none of them. */
    static String nearest(int depth, int step, int rest, int largest) {
        int smallest = step + rest;
        if (depth <= smallest) {
            return Integer.toString(smallest);
        }
        if (depth >= largest) {
            return Integer.toString(largest);
        }
        int below = depth - (depth - rest) % step;
        return below + ", " + (below + step);
    }
}

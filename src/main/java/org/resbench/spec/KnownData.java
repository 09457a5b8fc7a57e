package org.resbench.spec;

import java.util.Optional;
import org.resbench.arch.Shape;

/** What data sets hold, where that can be known without loading them. */
@FunctionalInterface
public interface KnownData {
    /** Nothing is looked up. */
    KnownData NOTHING = name -> Optional.empty();

    /** @param image one image in its own size */
    record Facts(Shape image, int classes) {}

    /** Empty if nothing is known of a data set of that name. */
    Optional<Facts> of(String dataSet);
}

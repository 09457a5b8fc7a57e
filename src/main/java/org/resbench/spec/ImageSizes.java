package org.resbench.spec;

import java.util.Optional;
import org.resbench.arch.Shape;

/** How large the images of data sets are, where that can be known without loading them. */
@FunctionalInterface
public interface ImageSizes {
    /** What a file leaves to its data set is not looked up. */
    ImageSizes UNKNOWN = name -> Optional.empty();

    /** One image of a data set, in its own size; empty if that is not known. */
    Optional<Shape> of(String dataSet);
}

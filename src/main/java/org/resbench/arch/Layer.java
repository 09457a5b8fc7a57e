package org.resbench.arch;

import java.util.List;

/** One node of a network: a unique dotted name ({@code stage1.block2.conv1}), its operation, the names of the layers it reads
 * ({@link Network#INPUT} for the image) and the shape it yields. */
public record Layer(String name, Operation operation, List<String> inputs, Shape output) {
    public Layer {
        inputs = List.copyOf(inputs);
    }
}

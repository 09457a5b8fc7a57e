package org.resbench.spec;

import java.util.List;

/** What an experiment counts instead of training: sizes of networks at the input and number of classes that each is published with.
 * @param networks short names, the rows of the report's table
 * @param layout short names of networks that the report lays out stage by stage, side by side, as the paper's table 1 does; may be empty */
public record Complexity(List<String> networks, List<String> layout) implements Work {
    public Complexity {
        networks = List.copyOf(networks);
        layout = List.copyOf(layout);
    }
}

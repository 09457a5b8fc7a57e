package org.resbench.report.figures;

import java.util.List;
import java.util.Optional;
import org.resbench.report.cells.Cell;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Figure;

/** Final training and test error against depth. */
public final class ErrorAgainstDepth {
    public static final String ID = "error-against-depth";

    private ErrorAgainstDepth() {}

    /** Empty unless some group of networks has results at two depths. */
    public static Optional<Figure> of(List<Cell> cells) {
        SeedScatter scatter = new SeedScatter(cells);
        if (scatter.groups().stream().noneMatch(g -> g.stream().map(Cell::depth).distinct().count() > 1)) {
            return Optional.empty();
        }
        Axis x = Ranges.depths(scatter.cells().stream().map(Cell::depth).toList());
        return Optional.of(new Figure(ID, "Error against depth",
                "Training error (mean over the augmented mini-batches of the last epoch) and test"
                + " error at the final iteration against the number of weighted layers. A marker is one seed, lines join the means.", 2,
                270,
                List.of(scatter.panel("Training error", x, Cell::depth, "error (%)", r -> r.last().trainingErrorPercent()),
                        scatter.panel("Test error", x, Cell::depth, "error (%)", r -> r.last().testErrorPercent())), scatter.legend()));
    }
}

package org.resbench.report.figures;

import java.util.List;
import java.util.Optional;
import org.resbench.report.cells.Cell;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Figure;

/** Final test error against multiply-adds of one forward pass. */
public final class ErrorAgainstMultiplyAdds {
    public static final String ID = "error-against-multiply-adds";

    private ErrorAgainstMultiplyAdds() {}

    /** Empty unless results of two different costs are there. */
    public static Optional<Figure> of(List<Cell> cells) {
        SeedScatter scatter = new SeedScatter(cells);
        List<Double> costs = scatter.cells().stream().map(ErrorAgainstMultiplyAdds::millions).distinct().toList();
        if (costs.size() < 2) {
            return Optional.empty();
        }
        Axis x = Ranges.logarithmic("multiply-adds of one image (millions)", costs);
        return Optional.of(new Figure(ID, "Error against multiply-adds",
                "Test error at the final iteration against the multiply-adds of one image's"
                + " forward pass (convolutions and fully connected layers; logarithmic axis). A marker is one seed, lines join the means.",
                1, 280,
                List.of(scatter.panel("", x, ErrorAgainstMultiplyAdds::millions, "test error (%)", r -> r.last().testErrorPercent())),
                scatter.legend()));
    }

    private static double millions(Cell cell) {
        return cell.anyResult().orElseThrow().multiplyAdds() / 1e6;
    }
}

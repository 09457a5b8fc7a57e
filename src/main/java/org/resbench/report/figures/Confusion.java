package org.resbench.report.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.report.cells.Predicted;
import org.resbench.report.model.Figure;
import org.resbench.report.model.HeatMap;
import org.resbench.report.model.Panel;

/** What the images of each class were taken for: a map of shares for each cell, rows adding up to 100 percent. */
public final class Confusion {
    public static final String ID = "confusion";
    /** Numbers of more classes would not be legible on 170 mm. */
    public static final int MOST_CLASSES = 20;
    /** Two such maps stand side by side. */
    private static final int FEW_CLASSES = 10;
    private static final int PANELS = 4;

    private Confusion() {}

    /** Empty where every cell has more classes than can be read, or no predictions. */
    public static List<Figure> of(List<Predicted> cells) {
        List<Predicted> some = cells.stream().filter(p -> p.classes().size() <= MOST_CLASSES).toList();
        boolean few = some.stream().allMatch(p -> p.classes().size() <= FEW_CLASSES);
        int most = few ? PANELS : 1;
        return Grouping.numbered(IntStream.range(0, (some.size() + most - 1) / most)
                .mapToObj(i -> figure(some.subList(i * most, Math.min((i + 1) * most, some.size())), few)).toList());
    }

    /** Why cells have no map. */
    public static Optional<String> omitted(List<Predicted> cells) {
        List<Predicted> many = cells.stream().filter(p -> p.classes().size() > MOST_CLASSES).toList();
        return many.isEmpty() ? Optional.empty() : Optional.of("Figure '" + ID + "' leaves out " + String.join(", ", many.stream()
                .map(p -> p.cell().name() + " (" + p.classes().size() + " classes)").toList()) + ": maps of more than " + MOST_CLASSES
                + " classes cannot be read on a page. The runs' predictions.csv has label and prediction of every image.");
    }

    private static Figure figure(List<Predicted> cells, boolean few) {
        int classes = cells.stream().mapToInt(p -> p.classes().size()).max().orElse(1);
        return new Figure(ID, "Confusion", "What the test images of each class (rows) were taken for (columns) at the final "
                + "iteration, in whole percent of the class's images, over all seeds together; each row adds up to 100. Blank is below "
                + "half a percent. The darker, the more: the diagonal is what was right.", few ? 2 : 1,
                few ? 130 + 19 * classes : 140 + 24 * classes, cells.stream().map(Confusion::panel).toList(),
                        List.of());
    }

    private static Panel panel(Predicted cell) {
        int classes = cell.classes().size();
        List<List<Double>> percents = IntStream.range(0, classes).mapToObj(label -> IntStream.range(0, classes)
                .mapToObj(predicted -> cell.percentTaken(label, predicted)).toList()).toList();
        return Panel.of(cell.cell().name() + " (n = " + cell.counts().size() + ")", "taken for", "class", new HeatMap(cell.classes(),
                cell.classes(), percents));
    }
}

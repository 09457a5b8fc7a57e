package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.resbench.claims.NetworkCount;
import org.resbench.report.model.Table;
import org.resbench.report.model.Table.Entry;
import org.resbench.report.networks.Stages;
import org.resbench.report.networks.Stages.Stage;

/** Networks side by side, stage by stage, in the manner of the paper's table 1. */
public final class LayoutTable {
    public static final String ID = "layout";

    private LayoutTable() {}

    /** Empty if there are no networks.
     * @param networks short names; those whose maps have other sizes than the first one's have empty places */
    public static Optional<Table> of(List<String> networks) {
        if (networks.isEmpty()) {
            return Optional.empty();
        }
        List<NetworkCount> counts = networks.stream().map(NetworkCount::of).toList();
        List<List<Stage>> stages = counts.stream().map(count -> Stages.of(count.network())).toList();
        List<Table.Column> columns = new ArrayList<>(List.of(left("layer_name", "Layer name"), right("output_size", "Output size")));
        networks.forEach(name -> columns.add(left(name.replace('-', '_'), name)));
        List<String> sizes = stages.stream().flatMap(List::stream).map(Stage::outputSize).distinct()
                .sorted((a, b) -> side(b) - side(a)).toList();
        List<List<Entry>> rows = new ArrayList<>();
        IntStream.range(0, sizes.size()).forEach(i -> rows.add(row(i, sizes.get(i), stages)));
        List<Entry> sum = new ArrayList<>(List.of(Entry.of("multiply-adds"), Entry.NONE));
        counts.forEach(count -> sum.add(new Entry(String.format(Locale.ROOT, "%.3f G", count.multiplyAdds() / 1e9), count.multiplyAdds())));
        rows.add(sum);
        return Optional.of(new Table(ID, "Networks by stage", "Layers for each size of map, in the manner of the paper's "
                + "table 1: kernel and filters; building blocks in brackets with how often they follow each other. Outside brackets /2 is "
                + "a stride; the first block on a smaller map has stride 2.", columns, rows, List.of()));
    }

    /** {@code conv1}, {@code conv2_x}, ... as the paper names them; what follows the last map has no name. */
    private static List<Entry> row(int index, String size, List<List<Stage>> stages) {
        String name = side(size) == 1 ? "" : "conv" + (index + 1) + (index == 0 ? "" : "_x");
        List<Entry> row = new ArrayList<>(List.of(name.isEmpty() ? Entry.NONE : Entry.of(name), Entry.of(size)));
        stages.forEach(network -> row.add(network.stream().filter(stage -> stage.outputSize().equals(size)).findFirst()
                .map(stage -> Entry.of(stage.layers())).orElse(Entry.NONE)));
        return row;
    }

    private static int side(String size) {
        return Integer.parseInt(size.split("x")[0]);
    }
}

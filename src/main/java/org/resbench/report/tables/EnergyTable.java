package org.resbench.report.tables;

import static org.resbench.report.tables.Entries.data;
import static org.resbench.report.tables.Entries.left;
import static org.resbench.report.tables.Entries.right;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.resbench.report.cells.Cell;
import org.resbench.report.energy.CellEnergy;
import org.resbench.report.energy.Footprint;
import org.resbench.report.energy.RunEnergy;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table.Entry;
import org.resbench.report.model.Table;
import org.resbench.runs.EnergyBreakdown;
import org.resbench.runs.RunResult;
import org.resbench.stats.Interval;
import org.resbench.stats.Summary;

/** Where the joules went, and what they mean in kilowatt-hours, money and carbon dioxide. Drawn when any run's energy is known. */
public final class EnergyTable {
    public static final String ID = "energy";

    private EnergyTable() {}

    private record Quantity(String key, String heading, Function<RunEnergy, Optional<Double>> value, DoubleFunction<String> text,
                            boolean shown) {}

    private static List<Quantity> quantities(Footprint footprint) {
        List<Quantity> all = new ArrayList<>(List.of(
                new Quantity("energy_joules", "Run", run -> Optional.of(run.joules()), Numbers::energy, true),
                new Quantity("energy_above_idle_joules", "Above idle", RunEnergy::aboveIdle, Numbers::energy, true),
                new Quantity("training_joules", "Training", RunEnergy::training, Numbers::energy, false),
                new Quantity("testing_joules", "Testing", RunEnergy::testing, Numbers::energy, false),
                new Quantity("training_joules_per_epoch", "Epoch", RunEnergy::perEpoch, Numbers::energy, true),
                new Quantity("training_joules_per_image", "Image trained", RunEnergy::perTrainedImage, Numbers::energy, true),
                new Quantity("testing_joules_per_image", "Image tested", RunEnergy::perTestedImage, Numbers::energy, true),
                new Quantity("testing_joules_per_correct_prediction", "Right answer",
                        RunEnergy::perCorrectPrediction, Numbers::energy, true),
                new Quantity("average_watts", "Power", RunEnergy::averageWatts, EnergyTable::watts, true),
                new Quantity("peak_watts", "Peak", RunEnergy::peakWatts, EnergyTable::watts, true),
                new Quantity("kilowatt_hours", "kWh",
                        run -> Optional.of(footprint.kilowattHours(run.joules())), Numbers::measured, false)));
        if (footprint.price().isPresent()) {
            String currency = footprint.price().get().currency();
            all.add(new Quantity("cost_" + currency.toLowerCase(java.util.Locale.ROOT), currency, run -> footprint.cost(run.joules()),
                    Numbers::measured, true));
        }
        if (footprint.gridIntensity().isPresent()) {
            all.add(new Quantity("co2e_grams", "CO2e", run -> footprint.grams(run.joules()), Numbers::grams, true));
        }
        return all;
    }

    /** Empty if no run's energy is known. */
    public static Optional<Table> of(List<Cell> cells, Footprint footprint) {
        if (cells.stream().noneMatch(cell -> CellEnergy.of(cell).isPresent()
                || CellEnergy.mixture(cell).isPresent() && cell.mixture().isEmpty())) {
            return Optional.empty();
        }
        List<Quantity> quantities = quantities(footprint);
        List<Table.Column> columns = new ArrayList<>(List.of(left("network", "Network")));
        for (Quantity quantity : quantities) {
            columns.add(quantity.shown() ? right(quantity.key() + "_mean", quantity.heading()) : data(quantity.key() + "_mean"));
            columns.add(data(quantity.key() + "_lower"));
            columns.add(data(quantity.key() + "_upper"));
        }
        columns.add(left("energy_source", "Source"));
        columns.add(right("energy_n", "n"));
        List<List<Entry>> rows = cells.stream().map(cell -> row(cell, quantities)).toList();
        return Optional.of(new Table(ID, "Energy",
                "Means over the runs whose energy is known, with 95 % t intervals of the mean, in percent of it, where there are several "
                        + "that differ. Training is everything "
                + "but tests; an epoch is as many images as the training split has; a right answer is what testing uses until one image is "
                + "classified correctly, at the final error. Power is a mean over the run, peak the highest mean between "
                + "two readings of the meter. Kilowatt-hours, cost and CO2e are of the whole run, the data centre's share (PUE) included.",
                columns, rows, notes(cells, footprint)));
    }

    private static List<Entry> row(Cell cell, List<Quantity> quantities) {
        Optional<CellEnergy> energy = CellEnergy.of(cell);
        List<Entry> row = new ArrayList<>(List.of(Entry.of(cell.name())));
        for (Quantity quantity : quantities) {
            Optional<Summary> summary = energy.flatMap(known -> known.summary(quantity.value()));
            Optional<Interval> interval = summary.flatMap(Summary::meanInterval);
            row.add(summary.map(s -> new Entry(text(s, quantity.text()), s.mean())).orElse(Entry.NONE));
            row.add(Entries.entry(interval.map(Interval::lower), String::valueOf));
            row.add(Entries.entry(interval.map(Interval::upper), String::valueOf));
        }
        row.add(energy.map(known -> Entry.of(known.measured() ? "measured" : "estimated"))
                .orElse(Entry.of(CellEnergy.mixture(cell).isPresent() ? "not averaged" : "unavailable")));
        row.add(energy.map(known -> new Entry(count(known, cell), known.runs().size()))
                .orElse(new Entry("0 of " + cell.trials().size(), 0)));
        return row;
    }

    private static String count(CellEnergy known, Cell cell) {
        int all = cell.trials().size();
        return known.runs().size() == all ? Integer.toString(all) : known.runs().size() + " of " + all;
    }

    /** {@code 39.2 kJ ± 1.3 %}: half the interval, in percent of the mean. */
    private static String text(Summary summary, DoubleFunction<String> text) {
        return text.apply(summary.mean()) + summary.meanInterval()
                .map(i -> " ± " + Numbers.measured(50 * (i.upper() - i.lower()) / summary.mean()) + " %").orElse("");
    }

    private static List<String> notes(List<Cell> cells, Footprint footprint) {
        Set<String> notes = new LinkedHashSet<>();
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (Cell cell : cells) {
            CellEnergy.mixture(cell).ifPresent(why -> notes.add(sentence(why)));
            for (RunResult result : cell.results()) {
                String how = "Energy " + result.energy().source() + ": " + result.energy().why();
                // Two meters may differ in a number only, and both are to be named.
                alike.computeIfAbsent(result.energy().joules().isPresent() ? how : withoutNumbers(how), key -> new ArrayList<>()).add(how);
                result.energy().breakdown().map(EnergyBreakdown::notes).orElse(List.of()).stream().map(note -> "Note: " + note)
                        .forEach(note -> alike.computeIfAbsent(withoutNumbers(note), key -> new ArrayList<>()).add(note));
            }
        }
        alike.values().forEach(some -> notes.add(once(some)));
        notes.addAll(footprint.sentences());
        return List.copyOf(notes);
    }

    private static String withoutNumbers(String note) {
        return note.replaceAll("[0-9.]+", "#");
    }

    /** Of notes that differ in numbers only, the first, and how many more there are: with fifty runs they would fill a page. */
    private static String once(List<String> alike) {
        long others = alike.stream().filter(note -> !note.equals(alike.get(0))).count();
        return sentence(alike.get(0)) + (others == 0 ? ""
                : " Likewise, with other numbers, of " + others + (others == 1 ? " other run." : " other runs."));
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String watts(double watts) {
        return Numbers.fixed(watts, watts < 10 ? 1 : 0) + " W";
    }
}

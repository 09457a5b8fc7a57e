package org.resbench.report.tradeoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.resbench.report.energy.Footprint;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Audience;
import org.resbench.report.model.Table.Column;
import org.resbench.report.model.Table.Entry;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.runs.measurements.Sample;
import org.resbench.runs.measurements.Task;
import org.resbench.spec.Measuring;

/** What every network costs: counted, and measured with intervals over the rounds. */
final class CostsTable {
    /** An interval may stand below its estimate, but whole. */
    private static final String NO_BREAK = "\u00a0";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Entry>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private CostsTable() {}

    static Table of(List<Contender> contenders, Measuring.Settings settings, Footprint footprint) {
        CostsTable table = new CostsTable();
        contenders.forEach(contender -> table.rows.add(new ArrayList<>()));
        table.add(column("network", "Network", Align.LEFT), contenders, contender -> Entry.of(contender.name()));
        table.add(column("parameters", "Parameters", Align.RIGHT), contenders,
                c -> new Entry(Numbers.millions(c.parameters()) + " M", c.parameters()));
        table.add(column("multiply_adds", "Multiply-adds", Align.RIGHT), contenders,
                c -> new Entry(billions(c.multiplyAdds()), c.multiplyAdds()));
        settings.inferenceBatches().forEach(batch -> table.seconds(contenders, Task.INFERENCE, batch));
        settings.trainingBatch().ifPresent(batch -> table.seconds(contenders, Task.TRAINING, batch));
        settings.inferenceBatches().stream().skip(Math.max(0, settings.inferenceBatches().size() - 1))
                .forEach(batch -> table.joules(contenders, Task.INFERENCE, batch));
        settings.trainingBatch().ifPresent(batch -> table.joules(contenders, Task.TRAINING, batch));
        if (!footprint.equals(Footprint.UNSTATED) && !settings.inferenceBatches().isEmpty()) {
            table.footprint(contenders, settings.inferenceBatches().get(settings.inferenceBatches().size() - 1), footprint);
        }
        table.note(contenders);
        String size = settings.imageSize() == 0 ? "the size that each network is published with"
                : settings.imageSize() + "x" + settings.imageSize() + " pixels";
        return new Table("costs", "What each network costs", "Per image, of " + size + ". Parameters and multiply-adds are counted "
                + "(convolutions and fully connected layers, forward). Milliseconds and joules are geometric means over the rounds with 95 "
                + "% t intervals of their logarithms; every round measured each network once, in turns. Inference yields class "
                + "scores from pixels in memory; a training step is forward, backward and update. Pixels and weights are random: neither "
                + "time nor energy depends on what an image shows.", table.columns, table.rows, table.notes);
    }

    private void add(Column column, List<Contender> contenders, Function<Contender, Entry> entry) {
        columns.add(column);
        for (int i = 0; i < contenders.size(); i++) {
            rows.get(i).add(entry.apply(contenders.get(i)));
        }
    }

    private void seconds(List<Contender> contenders, Task task, int batch) {
        String key = task.name().toLowerCase(Locale.ROOT) + "_batch_" + batch;
        String heading = (task == Task.INFERENCE ? "Inference" : "Training") + ", batch " + batch;
        add(display(heading + ", ms"), contenders, c -> shown(c.seconds(task, batch), s -> milliseconds(1000 * s), c, task, batch));
        numbers(key + "_seconds", contenders, c -> c.seconds(task, batch));
        if (task == Task.INFERENCE) {
            add(column(key + "_images_per_second", "Images/s", Align.RIGHT), contenders, c -> c.seconds(task, batch)
                    .map(s -> new Entry(Numbers.fixed(1 / s.value(), 1 / s.value() < 100 ? 1 : 0), 1 / s.value())).orElse(Entry.NONE));
        }
    }

    private void joules(List<Contender> contenders, Task task, int batch) {
        String key = task.name().toLowerCase(Locale.ROOT) + "_batch_" + batch;
        add(display("Energy, " + (task == Task.INFERENCE ? "inference" : "training")), contenders, c -> {
            Optional<Estimate> joules = c.anyJoules(task, batch);
            boolean measured = c.measuredJoules(task, batch).isPresent();
            return joules.map(j -> Entry.of(withSpread(j, Numbers::energy) + (measured ? "" : ", estimated")))
                    .orElse(c.samples(task, batch).isEmpty() ? Entry.NONE : Entry.of("unavailable"));
        });
        numbers(key + "_joules", contenders, c -> c.anyJoules(task, batch));
        add(data(key + "_energy_source"), contenders, c -> c.samples(task, batch).isEmpty() ? Entry.NONE
                : Entry.of(c.measuredJoules(task, batch).isPresent() ? "measured" : c.anyJoules(task, batch).isPresent()
                        ? "estimated" : "unavailable"));
        add(data(key + "_joules_above_idle"), contenders,
                c -> Estimate.of(aboveIdle(c.samples(task, batch))).map(e -> new Entry("", e.value())).orElse(Entry.NONE));
    }

    /** Of a million images: what one costs has too many zeros to be read. */
    private void footprint(List<Contender> contenders, int batch, Footprint footprint) {
        String key = "inference_batch_" + batch;
        String of = "_per_million_images";
        add(data(key + "_kilowatt_hours" + of), contenders,
                c -> ofMillion(c, batch, joules -> Optional.of(footprint.kilowattHours(joules)), Numbers::measured));
        footprint.price().map(Footprint.Price::currency)
                .ifPresent(currency -> add(column(key + "_cost_" + currency.toLowerCase(Locale.ROOT) + of,
                        currency + ", a million inferred", Align.RIGHT), contenders,
                c -> ofMillion(c, batch, footprint::cost, Numbers::measured)));
        footprint.gridIntensity()
                .ifPresent(grid -> add(column(key + "_co2e_grams" + of, "CO2e, a million inferred", Align.RIGHT), contenders,
                        c -> ofMillion(c, batch, footprint::grams, Numbers::grams)));
        notes.addAll(footprint.sentences());
    }

    private static Entry ofMillion(Contender contender, int batch, DoubleFunction<Optional<Double>> quantity, DoubleFunction<String> text) {
        return contender.anyJoules(Task.INFERENCE, batch).flatMap(joules -> quantity.apply(1e6 * joules.value()))
                .map(v -> new Entry(text.apply(v), v)).orElse(Entry.NONE);
    }

    /** Empty if one round's is not known, or was not above what the idle machine used. */
    private static List<Double> aboveIdle(List<Sample> samples) {
        List<Double> above = samples.stream().flatMap(s -> s.joules()
                .flatMap(j -> s.idleWatts().map(w -> (j - w * s.seconds()) / (s.calls() * s.batch()))).stream()).toList();
        return above.size() < samples.size() || above.stream().anyMatch(joules -> joules <= 0) ? List.of() : above;
    }

    private void numbers(String key, List<Contender> contenders, Function<Contender, Optional<Estimate>> value) {
        add(data(key), contenders, c -> value.apply(c).map(e -> new Entry("", e.value())).orElse(Entry.NONE));
        add(data(key + "_lower"), contenders,
                c -> value.apply(c).flatMap(Estimate::interval).map(i -> new Entry("", i.lower())).orElse(Entry.NONE));
        add(data(key + "_upper"), contenders,
                c -> value.apply(c).flatMap(Estimate::interval).map(i -> new Entry("", i.upper())).orElse(Entry.NONE));
    }

    private static Entry shown(Optional<Estimate> estimate, DoubleFunction<String> text, Contender contender, Task task, int batch) {
        return estimate.map(e -> Entry.of(withSpread(e, text)))
                .orElseGet(() -> contender.measured().flatMap(m -> m.skipped(task, batch))
                        .map(why -> Entry.of("skipped")).orElse(Entry.NONE));
    }

    private void note(List<Contender> contenders) {
        for (Contender contender : contenders) {
            contender.measured().flatMap(MeasuredNetwork::result).stream().flatMap(result -> result.skipped().stream())
                    .forEach(skipped -> notes.add(contender.name() + ", " + skipped.task().name().toLowerCase(Locale.ROOT)
                            + " with batch " + skipped.batch() + ", was skipped: it " + skipped.why() + "."));
        }
        List<Sample> samples = contenders.stream().flatMap(c -> c.measured().stream()).flatMap(m -> m.samples().stream()).toList();
        samples.stream().map(s -> "Energy " + s.source() + ": " + s.why()).distinct().limit(5)
                .forEach(why -> notes.add(why.endsWith(".") ? why : why + "."));
        samples.stream().flatMap(s -> s.notes().stream()).distinct().limit(5).forEach(note -> notes.add("Note: " + note + "."));
        List<String> idle = samples.stream().flatMap(s -> s.idleWatts().stream()).distinct().sorted()
                .map(w -> Numbers.fixed(w, 1)).toList();
        if (!idle.isEmpty()) {
            notes.add("Joules contain what the idle machine uses, " + idle.get(0) + (idle.size() == 1 ? " W before the first round."
                    : " to " + idle.get(idle.size() - 1) + " W before each of " + idle.size() + " starts."));
        }
    }

    static String withSpread(Estimate estimate, DoubleFunction<String> text) {
        return text.apply(estimate.value()) + estimate.interval().map(i -> " [" + text.apply(i.lower()) + "," + NO_BREAK
                + text.apply(i.upper()) + "]").orElse("");
    }

    static String milliseconds(double ms) {
        return Numbers.fixed(ms, ms < 1 ? 3 : ms < 10 ? 2 : ms < 100 ? 1 : 0);
    }

    static String billions(double count) {
        return count >= 1e8 ? Numbers.fixed(count / 1e9, 2) + " G" : Numbers.millions(count) + " M";
    }

    private static Column column(String key, String heading, Align align) {
        return new Column(key, heading, align, Audience.BOTH);
    }

    private static Column display(String heading) {
        return new Column(heading, heading, Align.RIGHT, Audience.DISPLAY);
    }

    private static Column data(String key) {
        return new Column(key, key, Align.RIGHT, Audience.DATA);
    }
}

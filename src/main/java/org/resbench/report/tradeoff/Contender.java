package org.resbench.report.tradeoff;

import java.util.List;
import java.util.Optional;
import org.resbench.arch.Architecture;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.counting.Counting;
import org.resbench.runs.measurements.MeasuredNetwork;
import org.resbench.runs.measurements.Request;
import org.resbench.runs.measurements.Sample;
import org.resbench.runs.measurements.Task;
import org.resbench.spec.Measuring;
import org.resbench.spec.PublishedResults;

/** One network of the comparison.
 * @param name as the experiment writes it
 * @param multiplyAdds at the input that was measured
 * @param measured empty if nothing was measured yet */
public record Contender(String name, Architecture architecture, long parameters, long multiplyAdds, Optional<MeasuredNetwork> measured) {

    /** One for each network of the experiment, in its order. @param found of one machine */
    public static List<Contender> of(Measuring measuring, List<MeasuredNetwork> found) {
        return measuring.networks().stream().map(name -> {
            Architecture architecture = Catalogue.find(name);
            Network network = Request.network(architecture, measuring.settings());
            return new Contender(name, architecture, Counting.parameters(network), Counting.multiplyAdds(network),
                    found.stream().filter(one -> one.request().architecture().equals(architecture)).findFirst());
        }).toList();
    }

    /** Windows of a task and batch. */
    List<Sample> samples(Task task, int batch) {
        return measured.map(one -> one.of(task, batch)).orElse(List.of());
    }

    Optional<Estimate> seconds(Task task, int batch) {
        return Estimate.of(samples(task, batch).stream().map(Sample::secondsPerImage).toList());
    }

    /** Joules of one image, idle power included, if every round's were measured. */
    Optional<Estimate> measuredJoules(Task task, int batch) {
        List<Sample> samples = samples(task, batch);
        List<Double> joules = samples.stream()
                .flatMap(sample -> sample.energy().measured().stream().map(energy -> energy.joules() / images(sample))).toList();
        return joules.size() < samples.size() ? Optional.empty() : Estimate.of(joules);
    }

    /** The same, estimates too: for a table that says which they are, never for a comparison. */
    Optional<Estimate> anyJoules(Task task, int batch) {
        List<Sample> samples = samples(task, batch);
        List<Double> joules = samples.stream().flatMap(sample -> sample.joules().stream().map(energy -> energy / images(sample))).toList();
        return joules.size() < samples.size() ? Optional.empty() : Estimate.of(joules);
    }

    private static double images(Sample sample) {
        return (double) sample.calls() * sample.batch();
    }

    /** What a source says of this network, however it writes the network's name. */
    Optional<Double> error(PublishedResults.Source source) {
        return source.values().entrySet().stream().filter(entry -> isMine(entry.getKey())).findFirst()
                .flatMap(entry -> entry.getValue().value());
    }

    private boolean isMine(String other) {
        try {
            return Catalogue.find(other).equals(architecture);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package org.resbench.report.tradeoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resbench.spec.Experiment;
import org.resbench.spec.Measuring;
import org.resbench.spec.PublishedResults;

/** Errors of one source, metric and way of testing. Those of two are never in one figure.
 * @param id in names of figures, such as {@code torchvision-top1} */
record Protocol(String id, String citedAs, PublishedResults.Source source) {
    static List<Protocol> of(Experiment experiment, Measuring measuring) {
        List<Protocol> protocols = new ArrayList<>();
        for (Measuring.PublishedError error : measuring.errors()) {
            PublishedResults.file(experiment.source(), error.published()).map(PublishedResults::read)
                    .ifPresent(published -> published.table(error)
                            .ifPresent(source -> protocols.add(new Protocol(id(error), published.citedAs(), source))));
        }
        return protocols;
    }

    private static String id(Measuring.PublishedError error) {
        String place = error.place().matches("(table|figure) \\d+") ? "-" + error.place().replace(' ', '-') : "";
        return error.published() + place + "-" + error.metric().replace("_error_percent", "").replace('_', '-');
    }

    /** {@code top-1 error}. */
    String metric() {
        return source.metric().replace("_error_percent", "").replaceFirst("^top(\\d)$", "top-$1") + " error";
    }

    /** {@code torchvision, documentation: validation split, one crop}. */
    String words() {
        return citedAs + ", " + source.place() + ": " + source.protocol();
    }

    Front front(List<Contender> contenders, Cost cost) {
        List<Front.Point> points = new ArrayList<>();
        for (Contender contender : contenders) {
            Optional<Double> error = contender.error(source);
            Optional<Estimate> spent = cost.of().apply(contender);
            if (error.isPresent() && spent.isPresent()) {
                points.add(new Front.Point(contender, error.get(), spent.get()));
            }
        }
        return Front.of(points);
    }

    /** Networks of which this source says nothing. */
    List<String> without(List<Contender> contenders) {
        return contenders.stream().filter(contender -> contender.error(source).isEmpty()).map(Contender::name).toList();
    }
}

package org.resbench.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.resbench.runs.EnergyBreakdown;
import org.resbench.runs.EnergyBreakdown.Part;
import org.resbench.runs.RunResult;

/** Adds the energy of two sessions of one run. What one of them does not know, the sum does not know. */
final class EnergySum {
    private EnergySum() {}

    static RunResult.Energy of(RunResult.Energy before, RunResult.Energy now) {
        if (before.joules().isEmpty() || now.joules().isEmpty()) {
            String why = before.joules().isEmpty() ? before.why() : now.why();
            String prefix = "in one of the run's sessions: ";
            return new RunResult.Energy("unavailable", Optional.empty(), why.startsWith(prefix) ? why : prefix + why);
        }
        boolean measured = before.source().equals("measured") && now.source().equals("measured");
        return new RunResult.Energy(measured ? "measured" : "estimated", both(before.joules(), now.joules(), Double::sum),
                before.why().endsWith(now.why()) ? before.why() : before.why() + "; then " + now.why(),
                both(before.breakdown(), now.breakdown(), EnergySum::of));
    }

    private static EnergyBreakdown of(EnergyBreakdown before, EnergyBreakdown now) {
        double seconds = before.seconds() + now.seconds();
        return new EnergyBreakdown(seconds, both(before.trainingJoules(), now.trainingJoules(), Double::sum),
                both(before.testingJoules(), now.testingJoules(), Double::sum), before.testedImages() + now.testedImages(),
                Stream.of(before.peakWatts(), now.peakWatts()).flatMap(Optional::stream).max(Double::compare),
                both(before.idleWatts(), now.idleWatts(), (a, b) -> (a * before.seconds() + b * now.seconds()) / seconds),
                parts(before.parts(), now.parts()), union(before.notes(), now.notes()));
    }

    private static <T> Optional<T> both(Optional<T> before, Optional<T> now, BinaryOperator<T> sum) {
        return before.flatMap(a -> now.map(b -> sum.apply(a, b)));
    }

    private static List<Part> parts(List<Part> before, List<Part> now) {
        Map<String, Double> joules = new LinkedHashMap<>();
        Stream.concat(before.stream(), now.stream()).forEach(part -> joules.merge(part.name(), part.joules(), Double::sum));
        return joules.entrySet().stream().map(part -> new Part(part.getKey(), part.getValue())).toList();
    }

    static List<String> union(List<String> before, List<String> now) {
        return Stream.concat(before.stream(), now.stream()).distinct().toList();
    }
}

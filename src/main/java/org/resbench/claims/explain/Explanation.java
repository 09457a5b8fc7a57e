package org.resbench.claims.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.resbench.claims.explain.Difference.Known;
import org.resbench.runs.Run;
import org.resbench.runs.RunResult;
import org.resbench.spec.PublishedEffects;
import org.resbench.spec.PublishedEffects.Effect;
import org.resbench.spec.PublishedEffects.Source;
import org.resbench.spec.Trial;

/** Why a run's test error may differ from the paper's: what was done otherwise, the likeliest explanation first.
 *
 * <p>Differences whose effect is known come in the order of {@link Difference.Standing}, greater effects first; when nothing is published
 * on the network, the run counts as the worse one. Effects were measured one at a time, on other networks or other data, and need not add
 * up.
 * @param errorPercent at the final iteration; empty without a result
 * @param inflationPoints final test error less the best evaluation's: what picking the best epoch would hide
 * @param publishedPercent the paper's test error of this network, its mean where it gives one; empty if it prints none
 * @param isPapersNetwork whether the paper trains a network of this family and depth
 * @param differences the likeliest explanation first */
public record Explanation(String run, String network, Optional<Double> errorPercent, Optional<Double> inflationPoints,
                          Optional<Double> publishedPercent, boolean isPapersNetwork, List<Difference> differences) {
    /** Settings that only mean something together, so that none of them is called unknown by itself. */
    private static final List<Set<String>> TOGETHER = List.of(Set.of("recipe.iterations", "recipe.drops"),
            Set.of("recipe.batch_size", "recipe.micro_batch_size"), Set.of("data.augmentation.pad", "data.augmentation.flip"),
            Set.of("data.name", "data.classes", "data.image_size", "data.training_images"));

    public Explanation {
        differences = List.copyOf(differences);
    }

    /** @param paper the paper's trial of the same network, or of its like if the paper has none
     * @param effects what is known of single differences */
    public static Explanation of(Run run, Trial paper, boolean isPapersNetwork, Optional<Double> publishedPercent,
                                 List<PublishedEffects> effects) {
        Optional<RunResult> result = run.result();
        Optional<Double> error = result.map(r -> r.last().testErrorPercent());
        boolean worse = error.isEmpty() || publishedPercent.isEmpty() || error.get() >= publishedPercent.get();
        List<Change> changes = Change.between(RecipeSettings.of(paper, Optional.empty()),
                RecipeSettings.of(run.manifest().trial(), result));
        List<Difference> differences =
                new ArrayList<>(explained(changes, effects, run.manifest().scale().name().toLowerCase(Locale.ROOT), worse));
        differences.sort(Comparator.comparing(Difference::standing)
                .thenComparing(d -> -Math.abs(d.effect().map(Effect::points).orElse(0.0))));
        return new Explanation(run.folder().getFileName().toString(), run.manifest().trial().architecture().label(), error,
                result.map(r -> r.last().testErrorPercent() - r.best().testErrorPercent()), publishedPercent, isPapersNetwork, differences);
    }

    /** How much higher the run's error is than the paper's. */
    public Optional<Double> gapPoints() {
        return errorPercent.flatMap(error -> publishedPercent.map(published -> error - published));
    }

    /** Known effects take the changes that they are about, those of several settings first; what is left is unknown. */
    private static List<Difference> explained(List<Change> changes, List<PublishedEffects> effects, String scale, boolean worse) {
        List<Known> all = effects.stream().flatMap(e -> e.sources().stream())
                .flatMap(source -> source.effects().stream().map(e -> new Known(e, source)))
                .filter(known -> applies(known.effect(), changes))
                .sorted(Comparator.comparingInt((Known known) -> -known.effect().change().size())
                        .thenComparing(known -> !isCifar(known.source()))
                        .thenComparing(known -> distance(known.source(), scale))
                        .thenComparing(known -> known.effect().lower().isEmpty())).toList();
        Set<Change> left = new LinkedHashSet<>(changes);
        List<Difference> differences = new ArrayList<>();
        for (Known known : all) {
            List<Change> taken = left.stream().filter(change -> known.effect().change().containsKey(change.setting())).toList();
            if (taken.size() == known.effect().change().size()) {
                left.removeAll(taken);
                differences.add(Difference.of(taken, all.stream().filter(other -> other.effect().change().keySet()
                        .equals(known.effect().change().keySet())).toList(), worse));
            }
        }
        while (!left.isEmpty()) {
            Change first = left.iterator().next();
            List<Change> group = left.stream().filter(change -> change.equals(first) || together(change, first)).toList();
            left.removeAll(group);
            differences.add(Difference.of(group, List.of(), worse));
        }
        return differences;
    }

    private static boolean applies(Effect effect, List<Change> changes) {
        return effect.change().entrySet().stream().allMatch(wanted -> changes.stream()
                .anyMatch(change -> change.setting().equals(wanted.getKey()) && change.is(wanted.getValue())));
    }

    /** Sources of the run's own scale first, then those that trained in full, then those of another scale. */
    private static int distance(Source source, String scale) {
        return source.scale().equals(scale) ? 0 : source.scale().isEmpty() ? 1 : 2;
    }

    private static boolean isCifar(Source source) {
        return source.data().startsWith("cifar");
    }

    private static boolean together(Change change, Change other) {
        return Stream.of(change, other).map(Change::setting).distinct().count() == 2
                && TOGETHER.stream().anyMatch(group -> group.contains(change.setting()) && group.contains(other.setting()));
    }
}

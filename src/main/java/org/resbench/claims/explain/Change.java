package org.resbench.claims.explain;

import java.util.List;
import java.util.Optional;

/** A setting that is not what it was.
 * @param setting key path
 * @param from in the words of {@link RecipeSettings}; {@code none} for what was absent @param to likewise */
public record Change(String setting, String from, String to) {
    private static final int MOST_LETTERS = 44;
    static final String NONE = "none";
    private static final String TIMES = "times ";
    /** Ratios this near to each other count as one: 78,200 of 64,000 iterations and 612 of 500 are both 1.22. */
    private static final double SAME_RATIO = 0.03;

    /** Of settings that count in both: where one of them leaves a setting out because it has no effect there, nothing is compared. */
    static List<Change> between(RecipeSettings first, RecipeSettings second) {
        return first.values().entrySet().stream().filter(setting -> second.values().containsKey(setting.getKey()))
                .map(setting -> new Change(setting.getKey(), setting.getValue(), second.values().get(setting.getKey())))
                .filter(change -> !change.from.equals(change.to)).toList();
    }

    /** The new value over the old, where both are numbers and the ratio says what matters. */
    Optional<Double> ratio() {
        if (!RecipeSettings.isByRatio(setting)) {
            return Optional.empty();
        }
        try {
            double ratio = Double.parseDouble(to) / Double.parseDouble(from);
            return Double.isFinite(ratio) ? Optional.of(ratio) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@code shortcut B}, {@code iterations times 0.5}: for labels. */
    public String shortWords() {
        return setting.replaceFirst("^(recipe|data|network)\\.", "").replace('_', ' ').replace('.', ' ') + " "
                + (to.length() > MOST_LETTERS ? "other" : to);
    }

    /** The new value, {@code times 0.5} where the ratio says what matters. */
    public String effectKey() {
        return ratio().map(ratio -> TIMES + Math.round(ratio * 1e4) / 1e4).orElse(to);
    }

    /** Whether a known effect's value is this change's. */
    boolean is(String known) {
        if (ratio().isPresent() && known.startsWith(TIMES)) {
            double other = Double.parseDouble(known.substring(TIMES.length()));
            double mine = ratio().get();
            return mine == other || mine > 0 && other > 0 && Math.abs(Math.log(mine / other)) <= SAME_RATIO;
        }
        return known.equalsIgnoreCase(to);
    }
}

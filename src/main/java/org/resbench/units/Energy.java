package org.resbench.units;

import java.util.Optional;

/** Energy as it is known: measured, estimated, or unavailable with the reason. Never zero for unknown. What only measurements may enter
 * (a Pareto front, a verdict about energy) takes {@link Measured}, so that an estimate does not compile there. */
public sealed interface Energy {
    /** How it was measured or estimated, or why there is none and what would mend it. */
    String how();

    /** {@code measured}, {@code estimated} or {@code unavailable}. */
    String source();

    /** Joules whether measured or estimated; empty, never zero, when unavailable. */
    Optional<Double> anyJoules();

    /** Empty of an estimate, too. */
    default Optional<Measured> measured() {
        return this instanceof Measured measured ? Optional.of(measured) : Optional.empty();
    }

    /** @param joules above zero, by a counter or a power meter */
    record Measured(double joules, String how) implements Energy {
        public Measured {
            requireUsed(joules);
        }

        @Override public String source() {
            return "measured";
        }

        @Override public Optional<Double> anyJoules() {
            return Optional.of(joules);
        }
    }

    /** @param joules above zero, from something else than a meter, such as processor time and a power figure */
    record Estimated(double joules, String how) implements Energy {
        public Estimated {
            requireUsed(joules);
        }

        @Override public String source() {
            return "estimated";
        }

        @Override public Optional<Double> anyJoules() {
            return Optional.of(joules);
        }
    }

    record Unavailable(String how) implements Energy {
        @Override public String source() {
            return "unavailable";
        }

        @Override public Optional<Double> anyJoules() {
            return Optional.empty();
        }
    }

    /** The energy that {@link #source} and {@link #anyJoules} were taken from.
     * @throws IllegalArgumentException if they contradict each other */
    static Energy of(String source, Optional<Double> joules, String how) {
        if (joules.isPresent() == source.equals("unavailable")) {
            throw new IllegalArgumentException("energy that is " + source + " cannot have joules " + joules);
        }
        return switch (source) {
            case "measured" -> new Measured(joules.get(), how);
            case "estimated" -> new Estimated(joules.get(), how);
            case "unavailable" -> new Unavailable(how);
            default -> throw new IllegalArgumentException("energy source '" + source + "' is not one of measured, estimated, unavailable");
        };
    }

    private static void requireUsed(double joules) {
        if (!(joules > 0 && Double.isFinite(joules))) {
            throw new IllegalArgumentException(joules + " J is no energy that anything can have used");
        }
    }
}

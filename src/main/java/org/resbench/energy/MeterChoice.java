package org.resbench.energy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which meter a user asked for: what {@code --meter} and RESBENCH_METER may say. */
public sealed interface MeterChoice {
    /** How often a file or command is read unless its period is given. */
    double DEFAULT_PERIOD_SECONDS = 1;
    /** What may be written. */
    String GRAMMAR = "auto, none, rapl, rapl:psys, nvml, nvml:INDEX[,INDEX...], rapl+nvml, file:PATH[,UNIT][,PERIODs], "
            + "command:LINE[,UNIT][,PERIODs] or cpu-time:WATTS";

    /** Treats every choice. */
    interface Cases<T> {
        T auto();

        T none();

        T rapl(Rapl choice);

        T nvml(Nvml choice);

        T both(Both choice);

        T outside(Outside choice);

        T cpuTime(CpuTime choice);
    }

    <T> T as(Cases<T> cases);

    /** RAPL, and NVML when a GPU does the work. */
    record Auto() implements MeterChoice {
        @Override public <T> T as(Cases<T> cases) {
            return cases.auto();
        }
    }

    record None() implements MeterChoice {
        @Override public <T> T as(Cases<T> cases) {
            return cases.none();
        }
    }

    /** @param platform psys instead of packages and memory */
    record Rapl(boolean platform) implements MeterChoice {
        @Override public <T> T as(Cases<T> cases) {
            return cases.rapl(this);
        }
    }

    /** @param indices of GPUs in NVML's order; empty: the one that TensorFlow takes */
    record Nvml(List<Integer> indices) implements MeterChoice {
        public Nvml {
            indices = List.copyOf(indices);
        }

        @Override public <T> T as(Cases<T> cases) {
            return cases.nvml(this);
        }
    }

    /** The processors by RAPL and the GPU by NVML; both must be there. */
    record Both(Rapl rapl, Nvml nvml) implements MeterChoice {
        @Override public <T> T as(Cases<T> cases) {
            return cases.both(this);
        }
    }

    /** A number and its unit from outside: a file's content, or what a command prints.
     * @param command whether {@code place} is a line for the shell, otherwise a path
     * @param unit empty if the text says it itself
     * @param periodSeconds how often it changes and is read */
    record Outside(boolean command, String place, Optional<MeterUnit> unit, double periodSeconds) implements MeterChoice {
        @Override public <T> T as(Cases<T> cases) {
            return cases.outside(this);
        }
    }

    /** @param watts of the processor with every thread at work */
    record CpuTime(double watts) implements MeterChoice {
        @Override public <T> T as(Cases<T> cases) {
            return cases.cpuTime(this);
        }
    }

    /** @throws IllegalArgumentException with what may be written instead */
    static MeterChoice parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "file", "command" -> Grammar.outside(text, kind, rest);
            case "cpu-time" -> new CpuTime(Grammar.watts(text, rest));
            default -> Grammar.counters(text);
        };
    }

    /** How choices are written. */
    final class Grammar {
        /** A path or command may hold commas; only what looks like a unit or a period at the end is one. */
        private static final Pattern OUTSIDE = Pattern.compile("(?s)(.+?)(?:,("
                + MeterUnit.all().replace(", ", "|") + "))?(?:,([0-9.]+)s)?");

        private Grammar() {}

        private static MeterChoice outside(String text, String kind, String rest) {
            Matcher parts = OUTSIDE.matcher(rest);
            if (!parts.matches()) {
                throw refused(text, kind + ": needs a " + (kind.equals("file") ? "path" : "line for the shell"));
            }
            double period = parts.group(3) == null ? DEFAULT_PERIOD_SECONDS : number(text, parts.group(3), Double::parseDouble);
            if (!(period >= 0.01 && period <= 3600)) {
                throw refused(text, "the period must be between 0.01 and 3600 seconds");
            }
            return new Outside(kind.equals("command"), parts.group(1), Optional.ofNullable(parts.group(2)).flatMap(MeterUnit::of), period);
        }

        private static double watts(String text, String rest) {
            double watts = number(text, rest, Double::parseDouble);
            if (!(watts > 0 && Double.isFinite(watts))) {
                throw refused(text, "WATTS is the processor's power with every thread at work, such as its TDP, and must be above 0");
            }
            return watts;
        }

        private static MeterChoice counters(String text) {
            if (text.startsWith("nvml:")) {
                return new Nvml(Arrays.stream(text.substring("nvml:".length()).split(",", -1))
                        .map(index -> number(text, index, Integer::parseUnsignedInt)).toList());
            }
            return switch (text) {
                case "auto" -> new Auto();
                case "none" -> new None();
                case "rapl" -> new Rapl(false);
                case "rapl:psys" -> new Rapl(true);
                case "nvml" -> new Nvml(List.of());
                case "rapl+nvml" -> new Both(new Rapl(false), new Nvml(List.of()));
                default -> throw refused(text, "not known");
            };
        }

        private static <T> T number(String text, String digits, Function<String, T> parse) {
            try {
                return parse.apply(digits);
            } catch (NumberFormatException e) {
                throw refused(text, "'" + digits + "' is no number");
            }
        }

        private static IllegalArgumentException refused(String text, String why) {
            return new IllegalArgumentException("'" + text + "': " + why + "; a meter is " + GRAMMAR
                    + ", where UNIT is one of " + MeterUnit.all());
        }
    }
}

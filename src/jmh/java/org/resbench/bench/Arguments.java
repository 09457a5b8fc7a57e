package org.resbench.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.resbench.arch.Catalogue;

/** What stands behind the name of a measurement, in its order.
 * @param usage as {@code harness/bench --help} prints it */
record Arguments(String usage, List<String> given) {
    /** What was typed is wrong; the message says what, and what is allowed. */
    static final class WrongException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongException(String message) {
            super(message);
        }
    }

    Arguments {
        given = List.copyOf(given);
    }

    /** @param least how many must be there @param most how many may be */
    static Arguments of(String usage, String[] given, int least, int most) {
        if (given.length < least || given.length > most) {
            throw new WrongException("usage: harness/bench " + usage);
        }
        return new Arguments(usage, List.of(given));
    }

    String text(int index, String otherwise) {
        return index < given.size() ? given.get(index) : otherwise;
    }

    /** A whole number above zero. */
    int count(int index, String what, int otherwise) {
        return index < given.size() ? count(what, given.get(index)) : otherwise;
    }

    /** A number above zero. */
    double positive(int index, String what, double otherwise) {
        try {
            double value = index < given.size() ? Double.parseDouble(given.get(index)) : otherwise;
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is too small.
        }
        throw wrong(what + ": '" + given.get(index) + "' must be a number above 0");
    }

    /** The name of a network of the catalogue. */
    String network(int index, String otherwise) {
        return network(text(index, otherwise));
    }

    String network(String name) {
        try {
            Catalogue.find(name);
            return name;
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    int count(String what, String text) {
        try {
            int value = Integer.parseInt(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is too small.
        }
        throw wrong(what + ": '" + text + "' must be a whole number above 0");
    }

    /** One of an enum's values, in small letters. */
    <E extends Enum<E>> E oneOf(Class<E> values, String what, String text) {
        return Arrays.stream(values.getEnumConstants()).filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
                .orElseThrow(() -> wrong(what + ": '" + text + "' must be one of " + Arrays.stream(values.getEnumConstants())
                        .map(value -> value.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))));
    }

    WrongException wrong(String why) {
        return new WrongException(why + "; usage: harness/bench " + usage);
    }
}

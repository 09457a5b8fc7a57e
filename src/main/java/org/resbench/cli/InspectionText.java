package org.resbench.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.resbench.data.inspect.Duplicates;
import org.resbench.data.inspect.Inspection;
import org.resbench.data.inspect.SplitFacts;

/** An inspected data set in words. */
final class InspectionText {
    /** Pairs shown of each kind. */
    private static final int SHOWN = 5;

    private InspectionText() {}

    static String of(Inspection found) {
        return found.name() + ": " + found.classes().size() + " classes, " + found.training().images()
                + " training and " + found.test().images()
                + " test images of " + found.height() + "x" + found.width() + " pixels\nfingerprint " + found.fingerprint() + "\n\n"
                + classes(found) + "\n" + channels(found) + "\nNear duplicates: " + found.nearDuplicateMethod() + ".\n"
                + duplicates(found) + "\n" + examples("equal", found.exactDuplicates(), found.classes())
                + examples("nearly equal", found.nearDuplicates(), found.classes());
    }

    private static String classes(Inspection found) {
        TextTable table = TextTable.of("class", ">training", ">test");
        IntStream.range(0, found.classes().size())
                .forEach(i -> table.row(found.classes().get(i), "" + found.training().imagesPerClass().get(i),
                        "" + found.test().imagesPerClass().get(i)));
        table.row("largest over smallest", ratio(found.training()), ratio(found.test()));
        return table.toString();
    }

    private static String ratio(SplitFacts part) {
        return Double.isFinite(part.imbalance()) ? String.format(Locale.ROOT, "%.2f", part.imbalance()) : "a class is empty";
    }

    private static String channels(Inspection found) {
        TextTable table = TextTable.of("channels (0 to 1)", ">red", ">green", ">blue");
        row(table, "training mean", found.training().channelMeans());
        row(table, "training standard deviation", found.training().channelStandardDeviations());
        row(table, "test mean", found.test().channelMeans());
        row(table, "test standard deviation", found.test().channelStandardDeviations());
        return table.toString();
    }

    private static void row(TextTable table, String what, List<Double> values) {
        table.row(what, number(values.get(0)), number(values.get(1)), number(values.get(2)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String duplicates(Inspection found) {
        TextTable table = TextTable.of("pairs of images", ">equal", ">nearly equal");
        Duplicates exact = found.exactDuplicates();
        Duplicates near = found.nearDuplicates();
        return table.row("both in training", "" + exact.trainingPairs(), "" + near.trainingPairs())
                .row("both in test", "" + exact.testPairs(), "" + near.testPairs())
                .row("one in each", "" + exact.acrossPairs(), "" + near.acrossPairs())
                .row("of two classes", "" + exact.otherClassPairs(), "" + near.otherClassPairs())
                .row("test images that are in training", "" + exact.testImagesInTraining(), "" + near.testImagesInTraining()).toString();
    }

    private static String examples(String what, Duplicates found, List<String> classes) {
        if (found.examples().isEmpty()) {
            return "";
        }
        return found.examples().stream().limit(SHOWN).map(pair -> "  " + place(pair.one(), classes) + " and " + place(pair.other(), classes)
                + (pair.differingBits() == 0 && pair.correlation() == 1
                        ? "" : String.format(Locale.ROOT, ": %d bits apart, correlation %.3f",
                pair.differingBits(), pair.correlation()))).collect(Collectors.joining("\n", "Such as these " + what + ":\n",
                "\n")) + (found.pairs() > SHOWN ? "  (more with --json)\n" : "");
    }

    private static String place(Duplicates.Place place, List<String> classes) {
        return place.split() + " " + place.image() + " (" + classes.get(place.label()) + ")";
    }
}

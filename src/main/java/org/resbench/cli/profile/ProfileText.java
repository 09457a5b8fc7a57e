package org.resbench.cli.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.resbench.cli.TextTable;
import org.resbench.profile.Kind;
import org.resbench.profile.Limits;
import org.resbench.profile.Profile;
import org.resbench.profile.Setup;
import org.resbench.profile.Share;
import org.resbench.tf.MatrixProduct;
import org.resbench.tf.StepTrace;

/** What {@code resbench profile} prints for people. */
public final class ProfileText {
    private static final int LISTED = 12;

    private ProfileText() {}

    /** @param top layers in the table */
    public static String of(Profile profile, int top) {
        return heading(profile) + "\n" + kinds(profile) + "\n" + layers(profile, top) + "\n" + notes(profile) + others(profile);
    }

    static String work(Setup setup) {
        return switch (setup.work()) {
            case TRAINING -> "a training step";
            case INFERENCE -> "the scores";
        };
    }

    private static String heading(Profile profile) {
        Setup setup = profile.setup();
        Limits limits = profile.limits();
        Share total = profile.total();
        int side = MatrixProduct.SIDE;
        return String.format(Locale.ROOT, "%s: %s of %d images of %s on %s, medians of %d steps\n\n", setup.network(),
                work(setup), setup.batch(), setup.input(), setup.device(), profile.steps())
                + line("by the clock", "%s ms, %s images/s (traced: %s ms)", ms(profile.stepSeconds()),
                        one(profile.imagesPerSecond()), ms(profile.tracedSeconds()))
                + line("operations added up", "%s ms, so %.2f ran at a time", ms(total.seconds()),
                        total.seconds() / profile.tracedSeconds())
                + line("multiply-adds",
                        "%.2f G in a step: %s GFLOP/s by the clock, %.2f of the matrix product's", total.multiplyAdds() / 1e9,
                one(profile.flops() / 1e9), profile.ofProduct())
                + line("this machine", "%s GFLOP/s in a product of %dx%d float32 matrices, %s GB/s in copying memory (read and written)",
                one(limits.productFlops() / 1e9), side, side, one(limits.copyBytes() / 1e9));
    }

    private static String line(String what, String format, Object... values) {
        return String.format(Locale.ROOT, "%-20s ", what) + String.format(Locale.ROOT, format, values) + "\n";
    }

    private static TextTable kinds(Profile profile) {
        TextTable table = TextTable.of("kind", ">operations", ">ms", ">share", ">GFLOP/s", ">of product", ">GB/s", ">of copy");
        profile.kinds().entrySet().stream().sorted(Comparator.comparingDouble((Map.Entry<Kind, Share> row) -> -row.getValue().seconds()))
                .forEach(row -> add(table, row.getKey().words(), row.getValue(), profile));
        add(table, "all", profile.total(), profile);
        return table;
    }

    private static void add(TextTable table, String name, Share share, Profile profile) {
        boolean whole = name.equals("all");
        boolean products = share.multiplyAdds() > 0 && !whole;
        boolean moves = share.bytes() > 0 && !whole;
        Limits limits = profile.limits();
        table.row(name, Integer.toString(share.operations()), ms(share.seconds()), percent(share.seconds() / profile.total().seconds()),
                products ? one(share.flops() / 1e9) : "", products ? two(share.flops() / limits.productFlops()) : "",
                moves ? one(share.bytesPerSecond() / 1e9) : "", moves ? two(share.bytesPerSecond() / limits.copyBytes()) : "");
    }

    private static TextTable layers(Profile profile, int top) {
        TextTable table = TextTable.of("layer", ">ms", ">share", ">GFLOP/s", ">of product", "of which (ms)");
        List<Map.Entry<String, Map<Kind, Share>>> slowest = profile.layers().entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Map<Kind, Share>> layer) ->
                        -Profile.total(layer.getValue()).seconds())).toList();
        for (Map.Entry<String, Map<Kind, Share>> layer : slowest.subList(0, Math.min(top, slowest.size()))) {
            Share share = Profile.total(layer.getValue());
            boolean products = share.multiplyAdds() > 0;
            table.row(layer.getKey(), ms(share.seconds()), percent(share.seconds() / profile.total().seconds()),
                    products ? one(share.flops() / 1e9) : "", products ? two(share.flops() / profile.limits().productFlops())
                            : "", parts(layer.getValue()));
        }
        if (slowest.size() > top) {
            List<Share> rest = slowest.subList(top, slowest.size()).stream().map(layer -> Profile.total(layer.getValue())).toList();
            double seconds = rest.stream().mapToDouble(Share::seconds).sum();
            table.row(rest.size() + " more layers", ms(seconds), percent(seconds / profile.total().seconds()), "", "", "");
        }
        return table;
    }

    private static String parts(Map<Kind, Share> layer) {
        return layer.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Kind, Share> part) -> -part.getValue().seconds())).limit(3)
                .map(part -> part.getKey().ofLayer() + " " + ms(part.getValue().seconds())).collect(Collectors.joining(", "));
    }

    private static String notes(Profile profile) {
        return "GFLOP/s: two operations for each multiply-add of the paper's count, forward and once for each gradient, "
                + "while those operations ran.\nGB/s: float32 maps that are read and written: batch norm "
                + (profile.setup().work() == Setup.Work.TRAINING ? 3 : 2)
                + ", its gradient 5, ReLU 2, its gradient 3, an addition 3, a sum of n gradients n + 1.\n"
                + "Maps that a cache holds move faster than memory does, and operations that run at the same time slow each other down.\n";
    }

    private static String others(Profile profile) {
        List<StepTrace.Operation> others = profile.unattributed();
        if (others.isEmpty()) {
            return "";
        }
        String listed = others.stream().sorted(Comparator.comparingLong((StepTrace.Operation one) -> -one.nanoseconds())).limit(LISTED)
                .map(one -> one.name() + " (" + one.type() + ")").collect(Collectors.joining(", "));
        return "other: " + listed + (others.size() > LISTED ? " and " + (others.size() - LISTED) + " more" : "")
                + "; --json lists all with their times.\n";
    }

    private static String ms(double seconds) {
        return String.format(Locale.ROOT, "%,.2f", 1e3 * seconds);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }
}

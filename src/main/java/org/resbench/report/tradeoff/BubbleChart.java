package org.resbench.report.tradeoff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.resbench.arch.Alexnet;
import org.resbench.arch.Architecture;
import org.resbench.arch.CifarNetwork;
import org.resbench.arch.Densenet;
import org.resbench.arch.Family;
import org.resbench.arch.Googlenet;
import org.resbench.arch.ImagenetNetwork;
import org.resbench.arch.Perceptron;
import org.resbench.arch.Resnext;
import org.resbench.arch.Vgg;
import org.resbench.report.model.Axis;
import org.resbench.report.model.Bubbles;
import org.resbench.report.model.Bubbles.Bubble;
import org.resbench.report.model.Curve;
import org.resbench.report.model.Figure;
import org.resbench.report.model.Figure.LegendEntry;
import org.resbench.report.model.Ink;
import org.resbench.report.model.Ink.Marker;
import org.resbench.report.model.Ink.Stroke;
import org.resbench.report.model.Ink.Weight;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Panel;

/** Error against a cost: a bubble for each network, its area by parameters, and the Pareto front as steps. */
final class BubbleChart {
    private static final int HEIGHT = 305;
    private static final int FEWEST = 3;
    private static final double AIR = 1.35;
    private static final double MARGIN = 1.05;
    private static final double WIDEST = 3;
    private static final double ROOM_FOR_NAMES = 1.5;
    private static final Ink FRONT = new Ink(Ink.BLACK, Stroke.DASHED, Weight.NORMAL, Marker.NONE);
    private static final Ink KEY = new Ink(Ink.BLACK, Stroke.SOLID, Weight.NORMAL, Marker.NONE);

    private BubbleChart() {}

    /** Empty with fewer than three networks: two points show no trade-off. */
    static Optional<Figure> of(Protocol protocol, Cost cost, List<Contender> contenders) {
        Front front = protocol.front(contenders, cost);
        if (front.points().size() < FEWEST) {
            return Optional.empty();
        }
        Axis x = axis(front, cost);
        double best = front.points().stream().mapToDouble(Front.Point::error).min().orElseThrow();
        double worst = front.points().stream().mapToDouble(Front.Point::error).max().orElseThrow();
        double air = Math.max(0.25, 0.16 * (worst - best));
        Axis y = Axis.linear(protocol.metric() + " (%), " + protocol.citedAs(),
                Math.max(0, best - ROOM_FOR_NAMES * air), Math.min(100, worst + air));
        List<Front.Point> members = front.members();
        List<Bubble> bubbles = front.points().stream().map(point -> bubble(point, cost, members.contains(point))).toList();
        Panel panel = new Panel("", x, y, List.of(steps(members, cost, x, y)), new Bubbles(bubbles, key(front), "parameters"));
        return Optional.of(new Figure("error-" + protocol.id() + "-against-" + cost.id(),
                capital(protocol.metric()) + " against " + cost.words(), capital(protocol.metric()) + " (" + protocol.words() + ") against "
                        + cost.words() + " of one image. The area of a bubble is its number of parameters; the dashed steps are the Pareto "
                        + "front, whose networks are in bold. Horizontal lines are 95 % intervals over the rounds."
                        + (protocol.without(contenders).isEmpty() ? "" : " Without a number under this protocol, and so not drawn: "
                                + String.join(", ", protocol.without(contenders)) + "."),
                1, HEIGHT, List.of(panel), legend(front)));
    }

    /** Wide enough for circles and for intervals, but an interval of many times its value is cut off. */
    private static Axis axis(Front front, Cost cost) {
        double least = front.points().get(0).cost().value();
        double most = front.points().get(front.points().size() - 1).cost().value();
        double low = front.points().stream().mapToDouble(point -> point.cost().lower()).min().orElseThrow();
        double high = front.points().stream().mapToDouble(point -> point.cost().upper()).max().orElseThrow();
        return new Axis(cost.axis() + ", logarithmic", Axis.Kind.LOGARITHMIC,
                cost.scale() * Math.min(least / AIR, Math.max(low / MARGIN, least / WIDEST)),
                cost.scale() * Math.max(most * AIR, Math.min(high * MARGIN, most * WIDEST)), List.of());
    }

    private static Bubble bubble(Front.Point point, Cost cost, boolean member) {
        return new Bubble(point.contender().name(), point.cost().value() * cost.scale(), point.cost().lower() * cost.scale(),
                point.cost().upper() * cost.scale(), point.error(), point.contender().parameters(),
                ink(point.contender().architecture()), member);
    }

    /** Down where a network begins, to the right until the next: within any budget, the least error. */
    private static Curve steps(List<Front.Point> members, Cost cost, Axis x, Axis y) {
        List<Double> across = new ArrayList<>();
        List<Double> up = new ArrayList<>();
        double error = y.maximum();
        for (Front.Point member : members) {
            across.addAll(List.of(member.cost().value() * cost.scale(), member.cost().value() * cost.scale()));
            up.addAll(List.of(error, member.error()));
            error = member.error();
        }
        across.add(x.maximum());
        up.add(error);
        return new Curve("Pareto front", FRONT, across, up);
    }

    /** About the largest, a tenth and a hundredth of it, in round numbers. */
    private static List<Bubble> key(Front front) {
        double largest = front.points().stream().mapToLong(point -> point.contender().parameters()).max().orElseThrow();
        double round = Math.pow(10, Math.floor(Math.log10(largest)));
        return List.of(round / 10, round).stream()
                .map(count -> new Bubble(count >= 1e6 ? Numbers.fixed(count / 1e6, 0) + " M" : Numbers.millions(count) + " M",
                        1, 1, 1, 1, count, KEY, false)).toList();
    }

    private static List<List<LegendEntry>> legend(Front front) {
        Map<String, Ink> families = new LinkedHashMap<>();
        front.points().forEach(point -> families.put(family(point.contender().architecture()),
                ink(point.contender().architecture()).with(Stroke.NONE).with(Marker.CIRCLE)));
        List<LegendEntry> entries = new ArrayList<>(families.entrySet().stream()
                .map(entry -> new LegendEntry(entry.getKey(), entry.getValue())).toList());
        entries.add(new LegendEntry("Pareto front", FRONT));
        return List.of(entries);
    }

    private record Look(String family, int hue) {}

    private static Look look(Architecture architecture) {
        return architecture.read(new Architecture.Reader<>() {
            @Override public Look cifarNetwork(CifarNetwork network) {
                return plainOrResidual(network.family() == Family.PLAIN);
            }

            @Override public Look imagenetNetwork(ImagenetNetwork network) {
                return plainOrResidual(network.family() == Family.PLAIN);
            }

            private Look plainOrResidual(boolean plain) {
                return plain ? new Look("plain", Ink.SKY) : new Look("ResNet", Ink.BLUE);
            }

            @Override public Look resnext(Resnext network) {
                return new Look("ResNeXt", Ink.SKY);
            }

            @Override public Look densenet(Densenet network) {
                return new Look("DenseNet", Ink.GREEN);
            }

            @Override public Look vgg(Vgg network) {
                return new Look("VGG", Ink.ORANGE);
            }

            @Override public Look alexnet(Alexnet network) {
                return new Look("AlexNet", Ink.VERMILLION);
            }

            @Override public Look googlenet(Googlenet network) {
                return new Look("GoogLeNet", Ink.PURPLE);
            }

            @Override public Look perceptron(Perceptron network) {
                return new Look("perceptron", Ink.BLACK);
            }
        });
    }

    private static String family(Architecture architecture) {
        return look(architecture).family();
    }

    private static Ink ink(Architecture architecture) {
        return new Ink(look(architecture).hue(), Stroke.SOLID, Weight.NORMAL, Marker.NONE);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

package org.resbench.report.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.report.networks.Piece.Block;
import org.resbench.report.networks.Piece.Box;
import org.resbench.report.networks.Piece.Fan;
import org.resbench.report.networks.Piece.Joint;
import org.resbench.report.networks.Piece.Shortcut;

/** Takes a network apart into pieces to be drawn: where ways part and meet again, and what lies on them. */
final class Outline {
    private final Network network;
    private final Ways ways;
    private final Set<String> leftOut = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Piece> pieces;

    Outline(Network network) {
        this.network = network;
        this.ways = new Ways(network);
        this.pieces = way(0, ways.last());
        piece(ways.last()).ifPresent(pieces::add);
    }

    /** From the first layer to the scores. */
    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** What is in the network and not in the drawing, such as {@code batch norm}; layers that only train, though the sizes count them. */
    List<String> leftOut() {
        List<String> all = new ArrayList<>(leftOut);
        int heads = network.auxiliaryHeads().size();
        if (heads > 0) {
            all.add(heads + (heads == 1 ? " auxiliary classifier" : " auxiliary classifiers"));
        }
        return List.copyOf(all);
    }

    /** What lies between two places, both left out. */
    private List<Piece> way(int from, int to) {
        List<Piece> found = new ArrayList<>();
        int at = from;
        while (at != to) {
            boolean parts = ways.next(at).size() > 1;
            int next = parts ? ways.meeting(at) : ways.next(at).get(0);
            if (parts) {
                found.add(fork(at, next));
            } else if (next != to) {
                piece(next).ifPresent(found::add);
            }
            at = next;
        }
        return found;
    }

    private Piece fork(int from, int meeting) {
        List<List<Piece>> all = new ArrayList<>();
        for (int first : ways.next(from)) {
            List<Piece> way = new ArrayList<>();
            if (first != meeting) {
                piece(first).ifPresent(way::add);
                way.addAll(way(first, meeting));
            }
            all.add(way);
        }
        Layer joint = layer(meeting);
        if (!(Role.of(joint.operation()) instanceof Role.Meeting role)) {
            throw new IllegalStateException(network.name() + ": ways meet at " + joint.name() + ", which joins nothing");
        }
        Shape input = from == 0 ? network.input() : layer(from).output();
        return arranged(all, role.joint(), !input.equals(joint.output()), joint.output());
    }

    /** A shortcut is a way without layers, or one layer of shape's sake beside more of them. */
    private static Piece arranged(List<List<Piece>> all, Joint joint, boolean changes, Shape output) {
        if (all.size() == 2) {
            List<Piece> beside = all.get(0).size() < all.get(1).size() ? all.get(0) : all.get(1);
            List<Piece> layers = beside == all.get(0) ? all.get(1) : all.get(0);
            if (beside.isEmpty() && !layers.isEmpty()) {
                return new Block(layers, new Shortcut(Optional.empty(), false), joint, output);
            }
            if (joint == Joint.ADD && beside.size() == 1 && beside.get(0) instanceof Box box && layers.size() > 1) {
                return new Block(layers, new Shortcut(Optional.of(box.label()), changes), joint, output);
            }
        }
        return new Fan(all, joint, output);
    }

    private Optional<Piece> piece(int place) {
        Layer layer = layer(place);
        Role role = Role.of(layer.operation());
        if (role instanceof Role.Drawn drawn) {
            return Optional.of(new Box(drawn.label(), layer.output()));
        }
        if (role instanceof Role.LeftOut out) {
            leftOut.add(out.name());
            return Optional.empty();
        }
        throw new IllegalStateException(network.name() + ": " + layer.name() + " joins what never parted");
    }

    private Layer layer(int place) {
        return network.layers().get(place - 1);
    }
}

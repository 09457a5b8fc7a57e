package org.resbench.report.networks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;

/** Where the ways through a network part and meet again. Place 0 is the image, place i the i-th layer; each lies behind those it reads.
 * Layers that lead to no scores, such as auxiliary heads, have no place on any way. */
final class Ways {
    private final List<List<Integer>> next = new ArrayList<>();
    private final int[] meeting;

    Ways(Network network) {
        Map<String, Integer> places = new HashMap<>(Map.of(Network.INPUT, 0));
        next.add(new ArrayList<>());
        for (Layer layer : network.layers()) {
            places.put(layer.name(), next.size());
            layer.inputs().forEach(read -> next.get(places.get(read)).add(places.get(layer.name())));
            next.add(new ArrayList<>());
        }
        dropDeadEnds();
        meeting = meetings();
    }

    /** The places that read this one, in the order of layers; a layer that reads it twice stands twice. */
    List<Integer> next(int place) {
        return next.get(place);
    }

    /** The first place that every way from here to the scores passes. */
    int meeting(int place) {
        return meeting[place];
    }

    int last() {
        return next.size() - 1;
    }

    private void dropDeadEnds() {
        for (int place = last() - 1; place >= 0; place--) {
            next.get(place).removeIf(reader -> reader != last() && next.get(reader).isEmpty());
        }
    }

    /** Immediate post-dominators, from the back: the nearest common one of all that follow.
     * @see "Cooper, Harvey, Kennedy 2001: A Simple, Fast Dominance Algorithm; one pass is enough without cycles" */
    private int[] meetings() {
        int[] found = new int[next.size()];
        Arrays.fill(found, last());
        for (int place = last() - 1; place >= 0; place--) {
            found[place] = next.get(place).stream().reduce((a, b) -> common(found, a, b)).orElse(last());
        }
        return found;
    }

    private static int common(int[] found, int a, int b) {
        int one = a;
        int other = b;
        while (one != other) {
            if (one < other) {
                one = found[one];
            } else {
                other = found[other];
            }
        }
        return one;
    }
}

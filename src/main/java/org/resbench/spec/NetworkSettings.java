package org.resbench.spec;

import java.util.LinkedHashMap;
import java.util.Map;
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

/** What stands under {@code network} for an architecture, every key that its family has. {@link NetworkReader} reads it back. */
final class NetworkSettings implements Architecture.Reader<Map<String, String>> {
    @Override public Map<String, String> cifarNetwork(CifarNetwork network) {
        Map<String, String> values = of(network.family() == Family.PLAIN ? NetworkFamily.PLAIN : NetworkFamily.RESIDUAL, network.depth());
        values.put("shortcut", Settings.word(network.shortcut()));
        values.put("width", Integer.toString(network.width()));
        values.put("pixel_grid", Settings.word(network.grid()));
        values.put("zero_channels", Settings.word(network.zeroChannels()));
        return values;
    }

    @Override public Map<String, String> imagenetNetwork(ImagenetNetwork network) {
        if (network.family() == Family.PLAIN) {
            return of(NetworkFamily.IMAGENET_PLAIN, network.depth());
        }
        Map<String, String> values = of(NetworkFamily.IMAGENET_RESIDUAL, network.depth());
        values.put("shortcut", Settings.word(network.shortcut()));
        values.put("stride", Settings.word(network.stride()));
        return values;
    }

    @Override public Map<String, String> resnext(Resnext network) {
        Map<String, String> values = of(NetworkFamily.RESNEXT, network.depth());
        values.put("layout", Settings.word(network.layout()));
        values.put("cardinality", Integer.toString(network.cardinality()));
        values.put("group_width", Integer.toString(network.groupWidth()));
        values.put("output_width", Integer.toString(network.width()));
        return values;
    }

    @Override public Map<String, String> densenet(Densenet network) {
        Map<String, String> values = of(NetworkFamily.DENSENET, network.depth());
        values.put("layout", Settings.word(network.layout()));
        values.put("growth", Integer.toString(network.growth()));
        return values;
    }

    @Override public Map<String, String> vgg(Vgg network) {
        return of(NetworkFamily.VGG, network.depth());
    }

    @Override public Map<String, String> alexnet(Alexnet network) {
        return family(NetworkFamily.ALEXNET);
    }

    @Override public Map<String, String> googlenet(Googlenet network) {
        Map<String, String> values = family(NetworkFamily.GOOGLENET);
        values.put("form", Settings.word(network.form()));
        values.put("auxiliary_heads", Boolean.toString(network.auxiliaryHeads()));
        return values;
    }

    @Override public Map<String, String> perceptron(Perceptron network) {
        Map<String, String> values = of(network.family() == Family.PLAIN ? NetworkFamily.MLP : NetworkFamily.RESIDUAL_MLP, network.depth());
        values.put("units", Integer.toString(network.width()));
        values.put("batch_norm", Boolean.toString(network.batchNorm()));
        return values;
    }

    private static Map<String, String> of(NetworkFamily family, int depth) {
        Map<String, String> values = family(family);
        values.put("depth", Integer.toString(depth));
        return values;
    }

    private static Map<String, String> family(NetworkFamily family) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("family", Settings.word(family));
        return values;
    }
}

package org.resbench.tf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Layer;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.tensorflow.Graph;

/** TensorFlow infers shapes by itself, from kernels, strides and padding: they must be those that networks are counted and drawn with. */
class StaticShapesTest {
    private static final int CLASSES = 7;

    @TestFactory Stream<DynamicTest> tensorFlowsStaticShapesAreThoseOfTheNetwork() {
        return Catalogue.names().stream().flatMap(name -> {
            Shape standard = Catalogue.find(name).standardInput();
            // Another size, oblong and odd, so that no side is taken for the other and halving leaves a rest.
            Shape other = new Shape(standard.height() + 19, standard.width() + 5, standard.channels());
            return Stream.of(standard, other).map(input -> DynamicTest.dynamicTest(name + " " + input, () -> shapesAgree(name, input)));
        });
    }

    private static void shapesAgree(String name, Shape input) {
        Network network = Catalogue.find(name).network(input, CLASSES);
        try (Graph graph = new Graph()) {
            OpMaker ops = new OpMaker(graph);
            Lowering lowering = Lowering.forTesting(ops, new Variables(ops), 1e-5);
            lowering.lower(network, Feed.Inputs.of(ops, input).images());
            for (Layer layer : network.layers()) {
                long[] sides = lowering.output(layer.name()).shape().asArray();
                Shape shape = layer.output();
                assertThat(sides[0]).as("%s: images of a batch", layer.name()).isEqualTo(-1);
                // Vectors have no sides.
                assertThat(sides).as(layer.name()).isIn(new long[] {-1, shape.height(), shape.width(), shape.channels()},
                        shape.height() * shape.width() == 1 ? new long[] {-1, shape.channels()} : null);
            }
        }
    }
}

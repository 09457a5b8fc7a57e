package org.resbench.tf;

import java.util.List;
import org.resbench.arch.Operation;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.OperationAttributeInspector;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LocalResponseNormalizationGrad;
import org.tensorflow.types.TFloat32;

/** Local response normalisation with a gradient of its own: the one that {@code Graph.addGradients} knows (TensorFlow 2.18) forgets radius,
 * bias, alpha and beta and takes their defaults. It cannot be replaced, since it is registered. So the norm is wrapped, as Python's
 * {@code tf.custom_gradient} does it: {@code IdentityN} of the norm and its input, whose first output is the norm, and whose gradient is
 * ours. */
final class LocalResponse {
    private static final String WRAPPER = "IdentityN";

    static {
        if (!TensorFlow.registerCustomGradient(WRAPPER, LocalResponse::gradient)) {
            throw new IllegalStateException("this TensorFlow has a gradient of " + WRAPPER
                    + ", which local response normalisation needs for itself");
        }
    }

    private LocalResponse() {}

    /** TensorFlow has the paper's formula, in which alpha is not divided by the size. */
    static Output<?> lower(OpMaker ops, String name, Operation.LocalResponseNorm norm, Output<?> input) {
        Output<?> normed = ops.op("LRN", name).addInput(input).setAttr("depth_radius", (long) norm.size() / 2)
                .setAttr("bias", (float) norm.bias()).setAttr("alpha", (float) (norm.alpha() / norm.size()))
                .setAttr("beta", (float) norm.beta())
                .build().output(0);
        Output<?> held = ops.unary("StopGradient", name + "/held", normed);
        return ops.op(WRAPPER, name + "/with_gradient").addInputList(new Output<?>[] {held, input}).build().output(0);
    }

    /** @param wrapper reads the held norm and the norm's input
     * @return for the held norm, where it ends, and for the input */
    @SuppressWarnings("unchecked")
    private static List<Operand<?>> gradient(Ops ops, GraphOperation wrapper, List<Output<?>> gradients) {
        Output<TFloat32> held = (Output<TFloat32>) wrapper.input(0);
        Output<TFloat32> input = (Output<TFloat32>) wrapper.input(1);
        Output<TFloat32> gradient = (Output<TFloat32>) gradients.get(0);
        GraphOperation norm = (GraphOperation) ((GraphOperation) held.op()).input(0).op();
        OperationAttributeInspector attributes = norm.attributes();
        Output<TFloat32> normed = (Output<TFloat32>) (Output<?>) norm.output(0);
        return List.of(gradient, LocalResponseNormalizationGrad.create(ops.scope(), gradient, input, normed,
                LocalResponseNormalizationGrad.depthRadius(attributes.getAttrInt("depth_radius")),
                LocalResponseNormalizationGrad.bias(attributes.getAttrFloat("bias")),
                LocalResponseNormalizationGrad.alpha(attributes.getAttrFloat("alpha")),
                LocalResponseNormalizationGrad.beta(attributes.getAttrFloat("beta"))));
    }
}

package org.resbench.tf;

import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/** What is read off the logits.
 * @param losses cross-entropy of each image, {@code [n]}, in nats
 * @param mean of the losses
 * @param predicted class index of each image, {@code [n]}
 * @param errors how many of these are wrong */
record Head(Output<?> losses, Output<?> mean, Output<?> predicted, Output<?> errors) {
    static Head build(OpMaker ops, String prefix, Output<?> logits, Output<?> labels, int classes) {
        Output<?> oneHot = ops.unary("OneHot", prefix + "one_hot", labels, ops.scalar(classes), ops.scalar(1f), ops.scalar(0f));
        Output<?> losses = ops.unary("SoftmaxCrossEntropyWithLogits", prefix + "losses", logits, oneHot);
        Output<?> mean = ops.unary("Mean", prefix + "loss", losses, ops.vector(0));
        Output<?> predicted = ops.op("ArgMax", prefix + "predicted").addInput(logits).addInput(ops.scalar(1))
                .setAttr("output_type", DataType.DT_INT32).build().output(0);
        Output<?> wrong = ops.unary("NotEqual", prefix + "wrong", predicted, labels);
        Output<?> ones = ops.op("Cast", prefix + "ones").addInput(wrong).setAttr("DstT", DataType.DT_INT32).build().output(0);
        return new Head(losses, mean, predicted, ops.unary("Sum", prefix + "errors", ones, ops.vector(0)));
    }
}

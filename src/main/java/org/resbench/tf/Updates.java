package org.resbench.tf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/** Gradients and what is done with them. No variable is written before every gradient is computed: otherwise an update may overwrite a
 * kernel that another gradient still has to read, and training differs from run to run.
 * Momentum is Caffe's, which the authors used: {@code v = momentum v - rate g; w = w + v}.
 * @param accumulate done when a batch's gradients are there (and added up, with micro-batches) and the moving statistics updated
 * @param apply updates every variable that is not frozen; with a loss scale none at all, if a gradient is not finite
 * @param clear sets added up gradients to zero, which {@code apply} does only after an update; does nothing without micro-batches
 * @param squares half the squared L2 norm of each variable's gradient, {@code [names]}, before anything was updated;
 *     times the square of the loss scale
 * @param names of the trained variables, in the network's order */
record Updates(Operation accumulate, Operation apply, Operation clear, Output<?> squares, List<String> names) {
    private static final String KERNEL = "/kernel";
    static final String MOMENTUM = "/momentum";
    static final String SUM = "/gradient_sum";

    /** @param loss times {@code lossScale}, if there is one
     * @param learningRate by the loss scale
     * @param lossScale a power of two; empty for gradients as they are */
    static Updates build(OpMaker ops, Variables variables, Map<String, Lowering.BatchStatistics> statistics, Output<?> loss,
                         Output<?> learningRate, Optional<Output<?>> lossScale,
                         TrainableNetwork.Settings settings, Predicate<String> frozen) {
        List<String> names = variables.shapes().keySet().stream().filter(name -> !name.contains("/moving_"))
                .filter(name -> !frozen.test(name.substring(0, name.lastIndexOf('/')))).toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("every layer is frozen; leave one to train");
        }
        Output<?>[] reads = names.stream().map(name -> variables.get(name).read()).toArray(Output<?>[]::new);
        Output<?>[] gradients = ops.graph().addGradients(loss, reads);
        List<Operation> computed = new ArrayList<>();
        for (Output<?> gradient : gradients) {
            computed.add(gradient.op());
        }
        GraphOperation ready = ops.group("gradients_ready", computed);
        List<Operation> accumulated = new ArrayList<>(movingAverages(ops, variables, statistics, ready, settings));
        accumulated.add(ready);
        Output<?>[] finals = gradients;
        List<Operation> cleared = new ArrayList<>();
        List<Operation> skipped = new ArrayList<>();
        List<Operation> barrier = new ArrayList<>();
        if (settings.microBatches() > 1) {
            finals = sums(ops, variables, names, gradients, ready, settings.microBatches(), accumulated);
            for (Output<?> sum : finals) {
                barrier.add(sum.op());
            }
        } else {
            barrier.add(ready);
        }
        List<Operation> applied = new ArrayList<>();
        List<Output<?>> squares = new ArrayList<>();
        Output<?> momentum = ops.scalar((float) settings.momentum());
        Output<?> plainDecay = ops.scalar((float) settings.weightDecay());
        Output<?> decay = lossScale.<Output<?>>map(scale -> ops.unary("Mul", "scaled_decay", plainDecay, scale)).orElse(plainDecay);
        for (int i = 0; i < names.size(); i++) {
            squares.add(ops.unary("L2Loss", names.get(i) + "/square", finals[i]));
        }
        Output<?> packed = ops.op("Pack", "gradient_squares").addInputList(squares.toArray(Output<?>[]::new)).build().output(0);
        if (lossScale.isPresent()) {
            barrier.add(onlyIfFinite(ops, packed));
        }
        GraphOperation before = ops.group("before_updates", barrier);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Variables.Variable variable = variables.get(name);
            Output<?> gradient = finals[i];
            if (settings.weightDecay() != 0 && (name.endsWith(KERNEL) || settings.decayed() == TrainableNetwork.Decayed.ALL)) {
                gradient = ops.unary("AddV2", name + "/decayed", gradient, ops.unary("Mul", name + "/decay", decay, variable.read()));
            }
            Variables.Variable velocity = variables.add(name + MOMENTUM, variable.shape());
            GraphOperation update = ops.op("ResourceApplyKerasMomentum", name + "/update").addInput(variable.handle())
                    .addInput(velocity.handle()).addInput(learningRate).addInput(gradient).addInput(momentum)
                    .addControlInput(before).build();
            applied.add(update);
            if (settings.microBatches() > 1) {
                Variables.Variable sum = variables.get(name + SUM);
                Output<?> zero = ops.unary("ZerosLike", name + "/zero", finals[i]);
                cleared.add(variables.assign(name + "/clear", sum.handle(), zero, List.of(update)));
                if (lossScale.isPresent()) {
                    skipped.add(variables.assign(name + "/clear_unused", sum.handle(), zero, List.of()));
                }
            }
        }
        applied.addAll(cleared);
        applied.add(packed.op());
        return new Updates(ops.group("accumulate", accumulated), ops.group("apply", applied), ops.group("clear", skipped), packed, names);
    }

    /** Is dead, and so is what waits for it, unless all are finite. */
    private static Operation onlyIfFinite(OpMaker ops, Output<?> squares) {
        Output<?> finite = ops.unary("IsFinite", "finite", ops.unary("Sum", "finite/sum", squares, ops.vector(0)));
        Output<?> yes = ops.apply("Switch", "finite/switch", finite, finite).output(1);
        return ops.apply("Identity", "finite/yes", yes);
    }

    /** L2 norm over all variables. */
    static double norm(float[] squares) {
        double sum = 0;
        for (float half : squares) {
            sum += 2.0 * half;
        }
        return Math.sqrt(sum);
    }

    /** L2 norm of each kernel's gradient by layer.
     * @param lossScale that the gradients were multiplied by */
    Map<String, Double> kernelNorms(float[] squares, double lossScale) {
        Map<String, Double> norms = new LinkedHashMap<>();
        for (int i = 0; i < squares.length; i++) {
            String name = names.get(i);
            if (name.endsWith(KERNEL)) {
                norms.put(name.substring(0, name.length() - KERNEL.length()), Math.sqrt(2.0 * squares[i]) / lossScale);
            }
        }
        return norms;
    }

    private static List<Operation> movingAverages(OpMaker ops, Variables variables, Map<String, Lowering.BatchStatistics> statistics,
                                                  Operation ready, TrainableNetwork.Settings settings) {
        Output<?> keep = ops.scalar((float) settings.averagingMomentum());
        Output<?> take = ops.scalar((float) (1 - settings.averagingMomentum()));
        List<Operation> writes = new ArrayList<>();
        statistics.forEach((layer, seen) -> {
            for (String kind : List.of("moving_mean", "moving_variance")) {
                Variables.Variable moving = variables.get(layer + "/" + kind);
                Output<?> value = kind.equals("moving_mean") ? seen.mean() : seen.variance();
                String name = moving.name() + "/next";
                Output<?> next = ops.unary("AddV2", name, ops.unary("Mul", name + "/keep", keep, moving.read()),
                        ops.unary("Mul", name + "/take", take, value));
                writes.add(variables.assign(name + "/write", moving.handle(), next, List.of(ready)));
            }
        });
        return writes;
    }

    /** Adds each gradient over the number of parts to a variable; yields those variables' values. */
    private static Output<?>[] sums(OpMaker ops, Variables variables, List<String> names, Output<?>[] gradients, Operation ready,
                                    int parts, List<Operation> accumulated) {
        Output<?> share = ops.scalar(1f / parts);
        Output<?>[] sums = new Output<?>[gradients.length];
        for (int i = 0; i < gradients.length; i++) {
            String name = names.get(i);
            Variables.Variable sum = variables.add(name + SUM, variables.get(name).shape());
            accumulated.add(ops.op("AssignAddVariableOp", name + "/accumulate").addInput(sum.handle())
                    .addInput(ops.unary("Mul", name + "/share", share, gradients[i])).setAttr("dtype", DataType.DT_FLOAT)
                    .addControlInput(ready).build());
            sums[i] = sum.read();
        }
        return sums;
    }
}

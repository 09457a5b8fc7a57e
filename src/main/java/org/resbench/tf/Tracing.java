package org.resbench.tf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.resbench.arch.Network;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.proto.DeviceStepStats;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.StepStats;

/** Runs of a session, which while tracing keep TensorFlow's own step statistics ({@code RunOptions.FULL_TRACE}). Tracing costs some
 * microseconds an operation. */
final class Tracing {
    /** {@code name = Type(inputs)}. */
    private static final Pattern LABEL = Pattern.compile("(?s).*? = ([^(]+)\\(.*");
    private static final Pattern REWRITTEN = Pattern.compile("^_(Mkl)?(Native)?");
    /** A GPU's kernels, all streams together; the other entries of that device say when the host handed them over. */
    private static final String KERNELS = "/stream:all";
    private static final String GPU = "/device:GPU:";

    private final Graph graph;
    private final Network network;
    private OperationOwners owners;
    private List<StepStats> seen;

    Tracing(Graph graph, Network network) {
        this.graph = graph;
        this.network = network;
    }

    Result run(Session.Runner runner) {
        if (seen == null) {
            return runner.run();
        }
        Result result = runner.setOptions(RunOptions.newBuilder()
                .setTraceLevel(RunOptions.TraceLevel.FULL_TRACE).build()).runAndFetchMetadata();
        seen.add(result.getMetadata().orElseThrow().getStepStats());
        return result;
    }

    /** Traces what is run meanwhile; several runs become one step. */
    StepTrace during(Runnable step) {
        if (owners == null) {
            owners = new OperationOwners(graph, network);
        }
        seen = new ArrayList<>();
        try {
            step.run();
            return trace(seen);
        } finally {
            seen = null;
        }
    }

    private StepTrace trace(List<StepStats> runs) {
        List<StepTrace.Operation> operations = new ArrayList<>();
        Set<String> ran = runs.stream().flatMap(run -> run.getDevStatsList().stream()).flatMap(device -> device.getNodeStatsList().stream())
                .map(NodeExecStats::getNodeName).collect(Collectors.toSet());
        for (StepStats run : runs) {
            boolean kernels = run.getDevStatsList().stream().anyMatch(device -> device.getDevice().endsWith(KERNELS));
            for (DeviceStepStats device : run.getDevStatsList()) {
                if (!device.getDevice().contains(GPU) || !kernels || device.getDevice().endsWith(KERNELS)) {
                    device.getNodeStatsList()
                            .forEach(node -> operations.add(operation(device.getDevice().replaceAll(".*/device:", ""), node, ran)));
                }
            }
        }
        long first = operations.stream().mapToLong(StepTrace.Operation::start).min().orElse(0);
        long last = operations.stream().mapToLong(operation -> operation.start() + operation.nanoseconds()).max().orElse(0);
        return new StepTrace(last - first, operations.stream().sorted(Comparator.comparingLong(StepTrace.Operation::start))
                .map(operation -> new StepTrace.Operation(operation.name(), operation.type(), operation.layer(),
                        operation.phase(), operation.inputs(), operation.device(), operation.start() - first,
                        operation.nanoseconds())).toList());
    }

    private StepTrace.Operation operation(String device, NodeExecStats node, Set<String> ran) {
        // A GPU's kernels are called after their operation: name:Type.
        String name = node.getNodeName().replaceFirst(":.*", "");
        Matcher label = LABEL.matcher(node.getTimelineLabel());
        String type = REWRITTEN.matcher(label.matches() ? label.group(1) : owners.of(name).type()).replaceFirst("");
        OperationOwners.Owner owner = owners.of(name, type, ran);
        long start = node.getAllStartNanos() + node.getOpStartRelNanos();
        return new StepTrace.Operation(name, type, owner.layer(), owner.phase(), owner.inputs(), device, start,
                node.getOpEndRelNanos() - node.getOpStartRelNanos());
    }
}

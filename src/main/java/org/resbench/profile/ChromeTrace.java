package org.resbench.profile;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.resbench.tf.StepTrace;

/** One traced step as a file for {@code chrome://tracing} and Perfetto: an object with {@code traceEvents}, of which each operation is a
 * complete event ({@code ph: X}; {@code ts} and {@code dur} in microseconds). A device is a process; operations that run at the same time
 * lie in lanes below each other, since TensorFlow does not tell its threads.
 * @see "Trace Event Format, Google 2016, sections JSON Object Format, Complete Events, Metadata Events" */
public final class ChromeTrace {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final double MICROSECOND = 1e3;

    private ChromeTrace() {}

    /** JSON in one line. */
    public static String of(Profile profile) {
        Map<String, Kind> kinds = profile.operations().stream()
                .collect(Collectors.toMap(one -> one.operation().name() + " " + one.operation().device(),
                        Profile.Attributed::kind, (a, b) -> a));
        ObjectNode root = MAPPER.createObjectNode();
        root.put("displayTimeUnit", "ms");
        ObjectNode about = root.putObject("otherData");
        about.put("network", profile.setup().network()).put("work", profile.setup().work().word()).put("batch", profile.setup().batch());
        ArrayNode events = root.putArray("traceEvents");
        List<String> devices = profile.example().operations().stream().map(StepTrace.Operation::device).distinct().toList();
        Map<String, List<Long>> lanes = new HashMap<>();
        for (StepTrace.Operation operation : profile.example().operations()) {
            int process = devices.indexOf(operation.device()) + 1;
            int lane = lane(lanes.computeIfAbsent(operation.device(), device -> new ArrayList<>()), operation);
            Kind kind = kinds.get(operation.name() + " " + operation.device());
            ObjectNode event = events.addObject();
            event.put("name", operation.type()).put("cat", kind.key()).put("ph", "X").put("ts", operation.start() / MICROSECOND)
                    .put("dur", operation.nanoseconds() / MICROSECOND).put("pid", process).put("tid", lane + 1);
            event.putObject("args").put("operation", operation.name()).put("layer", operation.layer()).put("kind", kind.words());
        }
        for (String device : devices) {
            metadata(events, "process_name", devices.indexOf(device) + 1, 0, device);
            for (int lane = 0; lane < lanes.get(device).size(); lane++) {
                metadata(events, "thread_name", devices.indexOf(device) + 1, lane + 1, "at the same time " + (lane + 1));
            }
        }
        return root.toString();
    }

    private static void metadata(ArrayNode events, String what, int process, int thread, String name) {
        events.addObject().put("name", what).put("ph", "M").put("pid", process).put("tid", thread).putObject("args").put("name", name);
    }

    /** The first lane that is free by then. */
    private static int lane(List<Long> ends, StepTrace.Operation operation) {
        int lane = 0;
        while (lane < ends.size() && ends.get(lane) > operation.start()) {
            lane++;
        }
        long end = operation.start() + operation.nanoseconds();
        if (lane == ends.size()) {
            ends.add(end);
        } else {
            ends.set(lane, end);
        }
        return lane;
    }
}

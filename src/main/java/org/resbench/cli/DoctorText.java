package org.resbench.cli;

import java.util.List;
import java.util.Locale;

/** What {@code resbench doctor} prints for people: facts by topic, then what to do. */
final class DoctorText {
    private static final int TOPIC_WIDTH = 12;

    private DoctorText() {}

    static String of(DoctorReport report, List<DoctorAdvice> advice) {
        StringBuilder text = new StringBuilder();
        topic(text, "resbench", report.resbench());
        topic(text, "system", report.os());
        topic(text, "jvm", report.jvm());
        topic(text, "processor", report.processor() + ", " + report.threads() + " threads");
        DoctorReport.Memory memory = report.memory();
        topic(text, "memory", RunsText.bytes(memory.totalBytes()) + ", " + RunsText.bytes(memory.freeBytes()) + " free; Java heap up to "
                + RunsText.bytes(memory.heapLimitBytes()));
        for (DoctorReport.Disk disk : report.disks()) {
            topic(text, "disk", RunsText.bytes(disk.freeBytes()) + " free at " + disk.folder() + " for " + disk.use());
        }
        DoctorReport.TensorFlow tensorflow = report.tensorflow();
        topic(text, "tensorflow", (tensorflow.version().isEmpty() ? "not loaded" : tensorflow.version()) + ", natives "
                + (tensorflow.natives().isEmpty() ? "missing" : String.join(", ", tensorflow.natives())));
        tensorflow.devices().forEach(device -> topic(text, "device", device));
        report.gpu().driver().forEach(gpu -> topic(text, "gpu", gpu));
        if (!report.gpu().driver().isEmpty() || tensorflow.hasGpuNatives()) {
            report.gpu().libraries().forEach(library -> topic(text, "gpu library",
                    library.name() + ": " + library.words()));
            if (report.gpu().libraries().stream().anyMatch(library -> library.place().isEmpty())) {
                topic(text, "looked in", report.gpu().searched());
            }
        }
        topic(text, "data", "synthetic: made from a seed, needs no files");
        report.data()
                .forEach(data -> topic(text, "data", data.name() + ": " + (data.usable() ? data.state() : "cannot be used, see below")));
        topic(text, "energy",
                report.energy().watts().map(watts -> report.energy().meter() + String.format(Locale.ROOT, ", %.1f W now", watts)
                        + (report.energy().source().equals("measured") ? "" : " (" + report.energy().source() + ")"))
                .orElse("unavailable"));
        report.energy().sources().forEach(source -> topic(text, "meter", source.meter() + ": "
                + (source.usable() ? source.state() : "cannot be used: " + source.state())));
        text.append('\n');
        advice.forEach(item -> text.append(item.problem() ? "problem  " : "note     ").append(item.text()).append('\n'));
        if (advice.stream().noneMatch(DoctorAdvice::problem)) {
            text.append("ready to run\n");
        }
        return text.toString();
    }

    private static void topic(StringBuilder text, String name, String fact) {
        text.append(name).append(" ".repeat(TOPIC_WIDTH - name.length())).append(fact).append('\n');
    }
}

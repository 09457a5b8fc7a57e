package org.resbench.runs.measurements;

/** What was not measured, with the reason. */
public record Skipped(Task task, int batch, String why) {}

package org.resbench.energy;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Estimates energy from the processor time of this process: a processor of so many watts with every thread at work gives each of its
 * threads the same share. Blind to clock rates, memory, idle power and everything outside of the processor. */
final class CpuTimeMeter {
    private static final double POLL_SECONDS = 1;
    /** The kernel's clock tick. */
    private static final double UPDATE_SECONDS = 0.01;

    private CpuTimeMeter() {}

    /** @param watts of all threads that the JVM may use */
    static Probe find(double watts) {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system == null || system.getProcessCpuTime() < 0
                ? new Probe.Missing("cpu-time", "this JVM does not know the processor time of its process")
                : new Probe.Ready(source(watts, Runtime.getRuntime().availableProcessors(), system::getProcessCpuTime));
    }

    static Source source(double watts, int threads, LongSupplier cpuNanos) {
        double wattsPerThread = watts / threads;
        EnergyCounter counter = new EnergyCounter() {
            @Override public String name() {
                return "cpu-time";
            }

            @Override public double readJoules() {
                return cpuNanos.getAsLong() / Channel.NANOSECONDS_PER_SECOND * wattsPerThread;
            }

            @Override public OptionalDouble rangeJoules() {
                return OptionalDouble.empty();
            }
        };
        return new Source("cpu-time", List.of(Channel.of(counter, Double.POSITIVE_INFINITY)), UPDATE_SECONDS, POLL_SECONDS,
                "of this process times " + Amount.watts(watts) + " over " + threads
                        + " threads: an estimate, no measurement", true, List.of());
    }
}

package org.resbench.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.resbench.arch.Network;
import org.resbench.tf.StepTrace;

/** Measures a workload beside its machine: some steps to warm up, then steps, products and copies in turn, so that what else the machine
 * does meets all three alike, then traced steps. */
public final class Profiler {
    /** Steps before anything is measured: the first ones rewrite the graph and make TensorFlow's kernels. */
    public static final int WARM_UP = 2;

    /** @param setup what is measured @param steps how many are timed, and then traced */
    public record Plan(Setup setup, Network network, int steps) {
        public Plan {
            if (steps < 1) {
                throw new IllegalArgumentException("at least one step is traced, not " + steps);
            }
        }

        /** Units of progress. */
        public int total() {
            return WARM_UP + 2 * steps;
        }
    }

    /** Told after each step. */
    public interface Progress {
        void made(int done, int total);
    }

    private final LongSupplier clock;

    public Profiler() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds */
    Profiler(LongSupplier clock) {
        this.clock = clock;
    }

    public Profile profile(Plan plan, Workload workload, Machine machine, Progress progress) {
        int done = 0;
        for (int i = 0; i < WARM_UP; i++) {
            workload.step();
            machine.product();
            machine.copy();
            progress.made(++done, plan.total());
        }
        List<Long> steps = new ArrayList<>();
        List<Long> products = new ArrayList<>();
        List<Long> copies = new ArrayList<>();
        for (int i = 0; i < plan.steps(); i++) {
            steps.add(time(workload::step));
            products.add(time(machine::product));
            copies.add(time(machine::copy));
            progress.made(++done, plan.total());
        }
        List<StepTrace> traces = new ArrayList<>();
        for (int i = 0; i < plan.steps(); i++) {
            traces.add(workload.trace());
            progress.made(++done, plan.total());
        }
        Limits limits = new Limits(2 * machine.productMultiplyAdds() / seconds(products), machine.copyBytes() / seconds(copies));
        return Profile.of(plan.setup(), plan.network(), traces, seconds(steps), limits);
    }

    private static double seconds(List<Long> nanoseconds) {
        return Medians.of(nanoseconds) / 1e9;
    }

    private long time(Runnable work) {
        long start = clock.getAsLong();
        work.run();
        return clock.getAsLong() - start;
    }
}

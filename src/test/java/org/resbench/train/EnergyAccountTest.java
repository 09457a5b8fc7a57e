package org.resbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.resbench.energy.EnergyMeter;
import org.resbench.energy.EnergyReading;
import org.resbench.runs.RunResult;
import org.resbench.units.Energy;

class EnergyAccountTest {
    /** A meter whose joules and seconds a test sets. */
    private static final class FakeMeter implements EnergyMeter {
        private double joules;
        private String broken = "";
        private boolean estimate;

        @Override public String name() {
            return "fake";
        }

        @Override public Window open() {
            double before = joules;
            return new Window() {
                @Override public EnergyReading soFar() {
                    double used = joules - before;
                    if (!broken.isEmpty()) {
                        return EnergyReading.unavailable(broken, used / 10);
                    }
                    Energy energy = estimate ? new Energy.Estimated(used, "fake") : new Energy.Measured(used, "fake");
                    return new EnergyReading(energy, used / 10, List.of(new EnergyReading.Part("package-0", used)),
                            Optional.of(used), Optional.of(4.0), List.of("a note"));
                }

                @Override public EnergyReading close() {
                    return soFar();
                }
            };
        }
    }

    private final FakeMeter meter = new FakeMeter();

    private void use(double joules) {
        meter.joules += joules;
    }

    /** Two sessions of training 100 + 60 J and testing 20 + 30 J. */
    @Test void sessionsAddUpAndTestingIsApart() {
        EnergyAccount first = new EnergyAccount(meter);
        first.begin();
        use(100);
        first.testing(500, () -> {
            use(20);
            return null;
        });
        Map<String, String> checkpoint = new HashMap<>();
        first.save(checkpoint);
        use(1000);
        first.close();
        EnergyAccount second = new EnergyAccount(meter);
        second.restore(checkpoint);
        second.begin();
        use(60);
        second.testing(500, () -> {
            use(30);
            return null;
        });
        second.end();
        use(7);
        RunResult.Energy all = second.soFar();
        assertThat(all.value()).isEqualTo(new Energy.Measured(210, "fake"));
        assertThat(all.breakdown().orElseThrow()).satisfies(parts -> {
            assertThat(parts.trainingJoules().orElseThrow()).isCloseTo(160, within(1e-9));
            assertThat(parts.testingJoules().orElseThrow()).isCloseTo(50, within(1e-9));
            assertThat(parts.testedImages()).isEqualTo(1000);
            assertThat(parts.seconds()).isCloseTo(21, within(1e-9));
            assertThat(parts.peakWatts()).contains(120.0);
            assertThat(parts.idleWatts().orElseThrow()).isCloseTo(4, within(1e-9));
            assertThat(parts.parts()).singleElement().satisfies(part -> assertThat(part.joules()).isCloseTo(210, within(1e-9)));
            assertThat(parts.notes()).containsExactly("a note");
        });
        assertThat(second.fields()).containsEntry("energy_joules", 210.0).containsEntry("energy_source", "measured");
    }

    @Test void oneSessionWithoutEnergyLeavesTheRunWithout() {
        meter.broken = "the counter went backwards";
        EnergyAccount first = new EnergyAccount(meter);
        first.begin();
        use(100);
        Map<String, String> checkpoint = new HashMap<>();
        first.save(checkpoint);
        meter.broken = "";
        EnergyAccount second = new EnergyAccount(meter);
        second.restore(checkpoint);
        second.begin();
        use(10);
        assertThat(second.soFar().value()).isEqualTo(new Energy.Unavailable("in one of the run's sessions: the counter went backwards"));
        assertThat(second.fields()).isEmpty();
        EnergyAccount old = new EnergyAccount(meter);
        old.restore(Map.of("iteration", "7"));
        old.begin();
        use(10);
        assertThat(old.soFar().value().how()).contains("continued from a checkpoint that kept no energy");
    }

    @Test void anEstimateInOneSessionMakesTheRunAnEstimate() {
        EnergyAccount first = new EnergyAccount(meter);
        first.begin();
        use(100);
        Map<String, String> checkpoint = new HashMap<>();
        first.save(checkpoint);
        meter.estimate = true;
        EnergyAccount second = new EnergyAccount(meter);
        second.restore(checkpoint);
        second.begin();
        use(10);
        assertThat(second.soFar().value()).isEqualTo(new Energy.Estimated(110, "fake"));
    }
}

package org.resbench.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.resbench.energy.EnergyMeter;
import org.resbench.energy.EnergyReading;
import org.resbench.runs.EnergyBreakdown;
import org.resbench.runs.Json;
import org.resbench.runs.RunResult;
import org.resbench.units.Energy;

/** What a run has used, over all its sessions: everything, and testing apart. Each edge of a window lies behind a {@code Session.run}
 * whose results were fetched, so the device has done what it was asked for before; only the end of the update of the last step may
 * still run on a GPU then, and the whole window ends behind a test that reads the updated weights. */
final class EnergyAccount implements AutoCloseable {
    private static final String KEY = "energy";

    private final EnergyMeter meter;
    private Optional<RunResult.Energy> earlier = Optional.empty();
    private EnergyMeter.Window window;
    private RunResult.Energy atEnd;
    private double testingJoules;
    private long testedImages;
    private String testingUnknown = "";

    EnergyAccount(EnergyMeter meter) {
        this.meter = meter;
    }

    /** Opens this session's window. */
    void begin() {
        window = meter.open();
    }

    /** Ends this session's window. */
    void end() {
        if (atEnd == null) {
            atEnd = total(window.close());
        }
    }

    /** Does a test and counts it as such. */
    <T> T testing(long images, Supplier<T> test) {
        EnergyMeter.Window part = meter.open();
        try {
            return test.get();
        } finally {
            EnergyReading reading = part.close();
            reading.energy().anyJoules().ifPresent(joules -> testingJoules += joules);
            if (reading.energy().anyJoules().isEmpty()) {
                testingUnknown = reading.energy().how();
            }
            testedImages += images;
        }
    }

    /** Of all sessions up to now, or up to {@link #end}. */
    RunResult.Energy soFar() {
        return atEnd != null ? atEnd : total(window.soFar());
    }

    /** Fields for an event; none when nothing is known. */
    Map<String, Object> fields() {
        RunResult.Energy now = soFar();
        Map<String, Object> fields = new LinkedHashMap<>();
        now.joules().ifPresent(joules -> {
            fields.put("energy_joules", joules);
            fields.put("energy_source", now.source());
        });
        return fields;
    }

    /** Adds itself to what a checkpoint keeps. */
    void save(Map<String, String> state) {
        state.put(KEY, Json.line(soFar()));
    }

    /** Goes on from a checkpoint. What was used after it is lost, as its iterations are. */
    void restore(Map<String, String> state) {
        RunResult.Energy none = new RunResult.Energy("unavailable", Optional.empty(),
                "the run was continued from a checkpoint that kept no energy");
        try {
            earlier = Optional.of(state.containsKey(KEY) ? Json.read(state.get(KEY), RunResult.Energy.class) : none);
        } catch (JsonProcessingException e) {
            earlier = Optional.of(none);
        }
    }

    /** Forgets a window that was not ended. */
    @Override public void close() {
        if (window != null && atEnd == null) {
            window.close();
        }
    }

    private RunResult.Energy total(EnergyReading session) {
        RunResult.Energy now = of(session);
        return earlier.map(before -> EnergySum.of(before, now)).orElse(now);
    }

    private RunResult.Energy of(EnergyReading reading) {
        Energy energy = reading.energy();
        Optional<EnergyBreakdown> breakdown = energy.anyJoules().map(joules -> {
            Optional<Double> testing = testingUnknown.isEmpty() && testingJoules <= joules ? Optional.of(testingJoules) : Optional.empty();
            return new EnergyBreakdown(reading.seconds(), testing.map(part -> joules - part), testing, testedImages, reading.peakWatts(),
                    reading.idleWatts(),
                    reading.parts().stream().map(part -> new EnergyBreakdown.Part(part.name(), part.joules())).toList(),
                    EnergySum.union(reading.notes(), testingUnknown.isEmpty() ? java.util.List.of()
                            : java.util.List.of("testing could not be told from training: " + testingUnknown)));
        });
        return new RunResult.Energy(energy.source(), energy.anyJoules(), energy.how(), breakdown);
    }
}

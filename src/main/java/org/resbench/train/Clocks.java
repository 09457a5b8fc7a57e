package org.resbench.train;

import org.resbench.runs.OpenRun;
import org.resbench.runs.RunResult;

/** Seconds spent in the parts of a run, over all its sessions. */
final class Clocks {
    private double training;
    private double evaluation;
    private double setup;
    private int sessions;

    void training(double seconds) {
        training += seconds;
    }

    void evaluation(double seconds) {
        evaluation += seconds;
    }

    void setup(double seconds) {
        setup += seconds;
    }

    void session() {
        sessions++;
    }

    int sessions() {
        return sessions;
    }

    String save() {
        return training + "," + evaluation + "," + setup + "," + sessions;
    }

    void restore(String saved) {
        String[] parts = saved.split(",");
        training = Double.parseDouble(parts[0]);
        evaluation = Double.parseDouble(parts[1]);
        setup = Double.parseDouble(parts[2]);
        sessions = Integer.parseInt(parts[3]);
    }

    /** @param placement where TensorFlow put the weights, such as {@code CPU:0} */
    RunResult.Speed speed(double imagesPerSecond, OpenRun run, String placement) {
        return new RunResult.Speed(imagesPerSecond, training, evaluation, setup, DeviceWords.of(placement, run.manifest().provenance()),
                sessions);
    }
}

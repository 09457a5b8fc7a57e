package org.resbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.data.DataHome;
import org.resbench.data.DataOutline;
import org.resbench.evaluate.Transfer;
import org.resbench.spec.DataSpec;
import org.resbench.spec.InitialiseFrom;
import org.resbench.spec.Trial;

/** Looks before any training whether the trained networks fit that trials start from.
 * @param home where data sets are */
record Sources(DataHome home) {
    private record Question(InitialiseFrom from, Object architecture, DataSpec data, double epsilon) {}

    /** @throws org.resbench.weights.WeightsException naming what is missing or does not fit
     * @throws org.resbench.runs.RunException if a run has no trained network */
    void require(List<Trial> trials) {
        List<Question> asked = new ArrayList<>();
        for (Trial trial : trials) {
            Optional<Question> question = trial.initialiseFrom()
                    .map(from -> new Question(from, trial.architecture(), trial.data(), trial.recipe().batchNorm().epsilon()));
            if (question.filter(one -> !asked.contains(one)).isPresent()) {
                asked.add(question.get());
                Transfer.of(trial, network(trial), home::load);
            }
        }
    }

    private Network network(Trial trial) {
        DataSpec spec = trial.data();
        DataOutline outline = DataOutline.of(home, spec.name()).orElseThrow();
        Shape input = spec.imageSize() == 0 ? new Shape(outline.height(), outline.width(), trial.architecture().standardInput().channels())
                : Shape.image(spec.imageSize());
        return trial.architecture().network(input, spec.classes() == 0 ? outline.classes() : spec.classes());
    }
}

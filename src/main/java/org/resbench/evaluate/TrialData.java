package org.resbench.evaluate;

import org.resbench.data.DataRequest;
import org.resbench.spec.DataSpec;

/** What a trial asks of the data room. */
public final class TrialData {
    private TrialData() {}

    public static DataRequest request(DataSpec spec) {
        return new DataRequest(spec.name(), spec.split() == DataSpec.Split.TRAIN_VALIDATION, spec.imageSize(), spec.classes(),
                spec.trainingImages(), spec.testImages());
    }
}

package org.resbench.arch;

import org.resbench.arch.Operation.Dense;
import org.resbench.arch.Operation.Dropout;
import org.resbench.arch.Operation.Relu;

/** The two hidden layers with dropout 0.5 and the classifier that AlexNet and VGG end with: {@code fc1 relu1 fc2 relu2 fc3}. */
final class Classifiers {
    /** Whether {@code dropout1} and {@code dropout2} come before {@code fc1} and {@code fc2} (AlexNet) or after {@code relu1} and {@code
     * relu2} (VGG). */
    enum Order { DROPOUT_FIRST, DROPOUT_LAST }

    private static final double RATE = 0.5;

    private Classifiers() {}

    static void hidden(NetworkBuilder builder, int units, int classes, Order order, String input) {
        String last = input;
        for (int i = 1; i <= 2; i++) {
            if (order == Order.DROPOUT_FIRST) {
                last = builder.add("dropout" + i, new Dropout(RATE), last);
            }
            last = builder.add("relu" + i, new Relu(), builder.add("fc" + i, new Dense(units), last));
            if (order == Order.DROPOUT_LAST) {
                last = builder.add("dropout" + i, new Dropout(RATE), last);
            }
        }
        builder.add("fc3", new Dense(classes), last);
    }
}

package org.resbench.arch.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.resbench.arch.counting.ReferenceSize.Quantity;

/** Sizes of CIFAR networks at 32x32 pixels and ten classes, by the paper and by a count that is independent of this code. */
final class ReferenceSizes {
    private static final String TABLE_6 = "He et al. 2015, table 6";
    /** Layer by layer with the section's numbers of filters, n = (depth - 2) / 6:
     * {@code 97216 n - 21926} parameters, {@code 2752} more for option B's two projections;
     * {@code 14155776 n - 1916288} multiply-adds. */
    private static final String COUNTED = "counted from He et al. 2015, section 4.2";
    private static final int MILLIONS = 6;

    static final List<ReferenceSize> ALL = List.copyOf(all());

    private ReferenceSizes() {}

    private static List<ReferenceSize> all() {
        List<ReferenceSize> sizes = new ArrayList<>();
        cifar(sizes, 20, "40.55", 269_722, 272_474, "0.27");
        cifar(sizes, 32, "68.86", 464_154, 466_906, "0.46");
        cifar(sizes, 44, "97.17", 658_586, 661_338, "0.66");
        cifar(sizes, 56, "125.49", 853_018, 855_770, "0.85");
        cifar(sizes, 110, "252.89", 1_727_962, 1_730_714, "1.7");
        cifar(sizes, 1202, "2829.24", 19_421_274, 19_424_026, "19.4");
        return sizes;
    }

    private static void cifar(List<ReferenceSize> sizes, int depth, String millionMultiplyAdds, long parametersA, long parametersB,
                              String millionParameters) {
        for (String name : List.of("plain-" + depth, "resnet-" + depth)) {
            sizes.add(new ReferenceSize(name, Quantity.PARAMETERS, BigDecimal.valueOf(parametersA), 0, COUNTED));
            sizes.add(new ReferenceSize(name, Quantity.MULTIPLY_ADDS, new BigDecimal(millionMultiplyAdds), MILLIONS, COUNTED));
        }
        sizes.add(new ReferenceSize("resnet-" + depth, Quantity.PARAMETERS, new BigDecimal(millionParameters), MILLIONS, TABLE_6));
        sizes.add(new ReferenceSize("resnet-" + depth + "-B", Quantity.PARAMETERS, BigDecimal.valueOf(parametersB), 0, COUNTED));
    }
}

package org.resbench.arch.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.resbench.arch.counting.ReferenceSize.Quantity;

/** Sizes of networks at their standard input and classes, by papers, by torchvision and by counts that are independent of this code. */
final class ReferenceSizes {
    private static final String TABLE_6 = "He et al. 2015, table 6";
    /** Layer by layer with the section's numbers of filters, n = (depth - 2) / 6:
     * {@code 97216 n - 21926} parameters, {@code 2752} more for option B's two projections;
     * {@code 14155776 n - 1916288} multiply-adds. */
    private static final String COUNTED = "counted from He et al. 2015, section 4.2";
    /** {@code _metrics, num_params, _ops} of each weights enum; {@code _ops} are billions of multiply-adds of convolutions and fully
     * connected layers at 224x224. */
    private static final String TORCHVISION = "torchvision 0.20, num_params and _ops of the weights' meta";
    /** Prints 3.8 for ResNet-50's 3.858, and 15.3 for VGG-16, which is its convolutions. */
    private static final String PAPER = "He et al. 2015, table 1 and sections 3.3 and 4.1";
    /** By the program in docs/networks.md, which shares nothing with this code. */
    private static final String TABLES = "counted from He et al. 2015, table 1";
    private static final String INCEPTION = "counted from Szegedy et al. 2014, table 1";
    private static final String XIE = "Xie et al. 2016, table 7";
    private static final String HUANG = "Huang et al. 2016, table 2";
    private static final int MILLIONS = 6;
    private static final int BILLIONS = 9;

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
        imagenet(sizes);
        printed(sizes);
        sizes.add(new ReferenceSize("resnext-29", Quantity.PARAMETERS, new BigDecimal("34.4"), MILLIONS, XIE));
        sizes.add(new ReferenceSize("densenet-250-k24", Quantity.PARAMETERS, new BigDecimal("15.3"), MILLIONS, HUANG));
        sizes.add(new ReferenceSize("densenet-190-k40", Quantity.PARAMETERS, new BigDecimal("25.6"), MILLIONS, HUANG));
        return sizes;
    }

    private static void imagenet(List<ReferenceSize> sizes) {
        both(sizes, "resnet-18", 11_689_512, "1.814", TORCHVISION);
        both(sizes, "resnet-34", 21_797_672, "3.664", TORCHVISION);
        both(sizes, "resnet-50-v1.5", 25_557_032, "4.089", TORCHVISION);
        both(sizes, "resnet-101-v1.5", 44_549_160, "7.801", TORCHVISION);
        both(sizes, "resnet-152-v1.5", 60_192_808, "11.514", TORCHVISION);
        both(sizes, "resnet-50", 25_557_032, "3.858", TABLES);
        both(sizes, "resnet-101", 44_549_160, "7.570", TABLES);
        both(sizes, "resnet-152", 60_192_808, "11.282", TABLES);
        both(sizes, "resnet-18-A", 11_515_688, "1.795", TABLES);
        both(sizes, "resnet-18-C", 12_043_816, "1.878", TABLES);
        both(sizes, "resnet-34-A", 21_623_848, "3.644", TABLES);
        both(sizes, "resnet-34-C", 22_716_840, "3.831", TABLES);
        both(sizes, "vgg-16", 138_357_544, "15.470", TORCHVISION);
        both(sizes, "vgg-19", 143_667_240, "19.632", TORCHVISION);
        both(sizes, "alexnet", 61_100_840, "0.714", TORCHVISION);
        both(sizes, "googlenet", 6_624_904, "1.498", TORCHVISION);
        both(sizes, "googlenet-2014", 6_998_552, "1.583", INCEPTION);
        both(sizes, "densenet-121", 7_978_856, "2.834", TORCHVISION);
        both(sizes, "resnext-50", 25_028_904, "4.230", TORCHVISION);
    }

    private static void printed(List<ReferenceSize> sizes) {
        multiplyAdds(sizes, "plain-34", "3.6", PAPER);
        multiplyAdds(sizes, "resnet-18", "1.8", PAPER);
        multiplyAdds(sizes, "resnet-34", "3.6", PAPER);
        multiplyAdds(sizes, "resnet-50", "3.8", PAPER);
        multiplyAdds(sizes, "resnet-101", "7.6", PAPER);
        multiplyAdds(sizes, "resnet-152", "11.3", PAPER);
        multiplyAdds(sizes, "vgg-16", "15.3", PAPER);
        multiplyAdds(sizes, "vgg-19", "19.6", PAPER);
    }

    private static void both(List<ReferenceSize> sizes, String network, long parameters, String billionMultiplyAdds, String source) {
        sizes.add(new ReferenceSize(network, Quantity.PARAMETERS, BigDecimal.valueOf(parameters), 0, source));
        multiplyAdds(sizes, network, billionMultiplyAdds, source);
    }

    private static void multiplyAdds(List<ReferenceSize> sizes, String network, String billionMultiplyAdds, String source) {
        sizes.add(new ReferenceSize(network, Quantity.MULTIPLY_ADDS, new BigDecimal(billionMultiplyAdds), BILLIONS, source));
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

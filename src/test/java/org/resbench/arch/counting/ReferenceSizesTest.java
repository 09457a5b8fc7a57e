package org.resbench.arch.counting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.counting.ReferenceSize.Quantity;

class ReferenceSizesTest {
    @Test void everyReferenceIsOfAKnownNetworkAndAgreesWithIt() {
        assertThat(ReferenceSizes.ALL).isNotEmpty().allSatisfy(size -> {
            Network network = Catalogue.find(size.network()).standardNetwork();
            long count = size.quantity() == Quantity.PARAMETERS ? Counting.parameters(network) : Counting.multiplyAdds(network);
            boolean paperly = size.isThePapers() && (size.cutFrom(count)
                    || size.agreesWith(Counting.forward(Catalogue.find(size.network()).standardNetwork(), Convention.CONVOLUTIONS)));
            assertThat(size.agreesWith(count) || paperly).as(size.toString()).isTrue();
            assertThat(size.agreesWith(count + count / 10)).as("10 % more: " + size).isFalse();
        });
    }
}

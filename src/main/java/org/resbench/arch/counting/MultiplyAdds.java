package org.resbench.arch.counting;

import org.resbench.arch.Operation;

/** Counts the multiply-adds of one operation that reads and yields maps of those shapes, for one image; biases are left out.
 * Only convolutions and fully connected layers count.
 * @see "He et al. 2015, Table 1: FLOPs there are multiply-adds" */
record MultiplyAdds(Convention.Shapes shapes) implements KernelReader<Long> {

    /** One for each kernel value and each position of the output; 3x3, 16 to 16 on 32x32, stride 1: 2,359,296. Positions where the
     * kernel lies over padding count like others. */
    @Override public Long convolution(Operation.Convolution convolution) {
        return (long) convolution.size() * convolution.size() * (shapes.input().channels() / convolution.groups()) * shapes.output()
                .elements();
    }

    /** 64 to 10: 640. */
    @Override public Long dense(Operation.Dense dense) {
        return shapes.input().elements() * dense.units();
    }

    @Override public Long withoutKernel() {
        return 0L;
    }
}

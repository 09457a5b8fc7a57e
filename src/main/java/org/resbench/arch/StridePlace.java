package org.resbench.arch;

/** Which layer of a bottleneck block has the stride. {@code FIRST_1X1}: the paper's networks as the authors published them (v1).
 * {@code IN_3X3}: ResNet v1.5, which torchvision and many others call ResNet-50; about half a point better and 6 % more multiply-adds.
 * @see "NVIDIA's ResNet50 v1.5, and torchvision.models.resnet, class Bottleneck, on where the stride is" */
public enum StridePlace { FIRST_1X1, IN_3X3 }

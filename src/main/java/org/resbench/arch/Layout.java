package org.resbench.arch;

/** Which images a family's network is laid out for. {@code IMAGENET}: a 7x7 convolution and a 3x3 max pool, both of stride 2, then four
 * stages. {@code CIFAR}: a 3x3 convolution of stride 1, then three stages. */
public enum Layout { IMAGENET, CIFAR }

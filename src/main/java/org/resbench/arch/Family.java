package org.resbench.arch;

/** How layers are joined. {@code PLAIN} networks stack them. {@code RESIDUAL} ones add shortcuts around groups of layers.
 * {@code CONCATENATING} ones put channels of several layers side by side (GoogLeNet, DenseNet). */
public enum Family { PLAIN, RESIDUAL, CONCATENATING }

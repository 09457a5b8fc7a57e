package org.resbench.spec;

/** Which layers a published count takes in. The paper counts VGG-16's convolutions only, and everything of other networks. */
public enum CountedLayers { ALL, CONVOLUTIONS }

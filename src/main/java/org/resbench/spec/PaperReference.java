package org.resbench.spec;

/** What the experiment reruns: paper id ({@code he2015}) and the place in it ({@code figure 6 left}). */
public record PaperReference(String id, String place) {}

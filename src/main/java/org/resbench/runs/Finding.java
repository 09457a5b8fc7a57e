package org.resbench.runs;

/** Something that {@code resbench runs verify} noticed.
 * @param folder name of the run's folder
 * @param damage whether the run's numbers should not be trusted before it is mended; otherwise only worth knowing
 * @param text file, what is wrong, what would be right */
public record Finding(String folder, boolean damage, String text) {}

package org.resbench.report.model;

/** Where one run's numbers come from. Unknown values are empty.
 * @param status such as completed, diverged or missing */
public record RunProvenance(String folder, String cell, long seed, String status, String fingerprint, String weightsSha256) {
    private static final int SHORT = 16;

    public String shortFingerprint() {
        return fingerprint.substring(0, Math.min(SHORT, fingerprint.length()));
    }
}

package org.resbench.runs.measurements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.resbench.arch.Architecture;
import org.resbench.arch.Catalogue;
import org.resbench.arch.Network;
import org.resbench.arch.Shape;
import org.resbench.runs.Json;
import org.resbench.runs.Manifest;
import org.resbench.spec.Measuring;
import org.resbench.spec.Scale;

/** manifest.json of a measured network: what was asked, and where it was done.
 * @param fingerprint of architecture and settings: SHA-256 over their canonical JSON
 * @param experiment that asked first */
public record Request(int schema, String fingerprint, String experiment, Scale scale,
                      Architecture architecture, Measuring.Settings settings, Conditions conditions, Instant created,
                      Manifest.Provenance provenance) {
    public static final int SCHEMA = 1;

    public static Request of(String experiment, Scale scale, String network, Measuring.Settings settings,
                             Conditions conditions, Instant created, Manifest.Provenance provenance) {
        return new Request(SCHEMA, fingerprint(network, settings), experiment, scale, Catalogue.find(network), settings,
                conditions, created, provenance);
    }

    /** What a network and settings mean. @param network short name */
    public static String fingerprint(String network, Measuring.Settings settings) {
        var meaning = Json.object();
        meaning.set("architecture", Json.tree(Catalogue.find(network)));
        meaning.set("settings", Json.tree(settings));
        return sha256(Json.canonical(meaning));
    }

    /** The network at the settings' input size. */
    public Network network() {
        return network(architecture, settings);
    }

    public static Network network(Architecture architecture, Measuring.Settings settings) {
        return architecture.network(settings.imageSize() == 0 ? architecture.standardInput() : Shape.image(settings.imageSize()),
                architecture.standardClasses());
    }

    /** {@code resnet-50-0123456789ab-89abcdef}: network, settings, conditions. */
    String folderName() {
        return architecture.label().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + fingerprint.substring(0, 12) + "-"
                + sha256(Json.canonical(conditions)).substring(0, 8);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

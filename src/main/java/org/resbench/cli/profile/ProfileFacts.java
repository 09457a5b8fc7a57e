package org.resbench.cli.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.resbench.profile.Limits;
import org.resbench.profile.Profile;
import org.resbench.profile.Setup;
import org.resbench.profile.Share;
import org.resbench.runs.Json;

/** What {@code profile --json} prints. */
public final class ProfileFacts {
    private ProfileFacts() {}

    /** @param files that were written */
    public static ObjectNode json(Profile profile, List<Path> files) {
        Setup setup = profile.setup();
        ObjectNode facts = Json.object();
        facts.put("network", setup.network()).put("work", setup.work().word()).put("batch", setup.batch())
                .put("input", setup.input().toString())
                .put("classes", setup.classes()).put("device", setup.device()).put("steps", profile.steps());
        facts.put("step_seconds", profile.stepSeconds()).put("images_per_second", profile.imagesPerSecond())
                .put("traced_step_seconds", profile.tracedSeconds());
        put(facts, profile.total(), profile);
        facts.put("step_gflops", profile.flops() / 1e9).put("step_of_matrix_product", profile.ofProduct())
                .put("matrix_product_gflops", profile.limits().productFlops() / 1e9).put("copy_gigabytes_per_second",
                        profile.limits().copyBytes() / 1e9);
        ArrayNode kinds = facts.putArray("kinds");
        profile.kinds().forEach((kind, share) -> put(kinds.addObject().put("kind", kind.key()), share, profile));
        ArrayNode layers = facts.putArray("layers");
        profile.layers().forEach((layer, parts) -> {
            ObjectNode row = layers.addObject().put("layer", layer);
            put(row, Profile.total(parts), profile);
            ArrayNode ofLayer = row.putArray("kinds");
            parts.forEach((kind, share) -> put(ofLayer.addObject().put("kind", kind.key()), share, profile));
        });
        ArrayNode other = facts.putArray("unattributed");
        profile.unattributed().forEach(one -> other.addObject().put("operation", one.name()).put("type", one.type())
                .put("seconds", one.nanoseconds() / 1e9));
        ArrayNode written = facts.putArray("files");
        files.forEach(file -> written.add(file.toString()));
        return facts;
    }

    /** Rates are null where nothing is counted. */
    private static void put(ObjectNode row, Share share, Profile profile) {
        Limits limits = profile.limits();
        row.put("operations", share.operations()).put("operations_seconds", share.seconds()).put("multiply_adds", share.multiplyAdds());
        row.put("gflops", share.multiplyAdds() == 0 ? null : (Double) (share.flops() / 1e9));
        row.put("of_matrix_product", share.multiplyAdds() == 0 ? null : (Double) (share.flops() / limits.productFlops()));
        row.put("moved_bytes", share.bytes());
        row.put("gigabytes_per_second", share.bytes() == 0 ? null : (Double) (share.bytesPerSecond() / 1e9));
        row.put("of_copy", share.bytes() == 0 ? null : (Double) (share.bytesPerSecond() / limits.copyBytes()));
    }
}

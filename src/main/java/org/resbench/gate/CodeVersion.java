package org.resbench.gate;

import java.util.ArrayList;
import java.util.List;
import org.resbench.runs.Manifest.Provenance;

/** What code made a run; unknown parts are empty. */
public record CodeVersion(String resbenchVersion, String gitCommit, boolean gitDirty, String jvm, String tensorflow) {
    private static final int COMMIT_DIGITS = 12;

    static CodeVersion of(Provenance made) {
        return new CodeVersion(made.resbenchVersion(), made.gitCommit(), made.gitDirty(), made.jvm(), made.tensorflow());
    }

    /** {@code resbench 0.1.0, commit 0123abc with changes, TensorFlow 2.18.0}. */
    public String words() {
        return "resbench " + resbenchVersion + ", " + commit() + ", TensorFlow " + (tensorflow.isEmpty() ? "of unknown version"
                : tensorflow);
    }

    private String commit() {
        String commit = gitCommit.isEmpty() ? "unknown commit" : "commit " + gitCommit.substring(0, Math.min(COMMIT_DIGITS,
                gitCommit.length()));
        return gitDirty ? commit + " with uncommitted changes" : commit;
    }

    List<String> differences(CodeVersion other) {
        List<String> all = new ArrayList<>();
        Difference.of("code", "resbench " + resbenchVersion + ", " + commit(), "resbench " + other.resbenchVersion + ", " + other.commit())
                .ifPresent(all::add);
        Difference.of("Java", jvm, other.jvm).ifPresent(all::add);
        Difference.of("TensorFlow", tensorflow, other.tensorflow).ifPresent(all::add);
        return all;
    }
}

package org.resbench.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.resbench.runs.Manifest.Provenance;

/** Collects what produced a run's numbers: code, JVM, machine, settings. */
public final class Provenances {
    /** Variables that change TensorFlow, the libraries under it or the allocator: whole names, or beginnings with an underscore at the
     * end. */
    static final List<String> VARIABLES = List.of("TF_", "OMP_", "KMP_", "MKL_", "ONEDNN_", "DNNL_", "XLA_", "MALLOC_", "GLIBC_TUNABLES",
            "LD_PRELOAD", "CUDA_VISIBLE_DEVICES", "NVIDIA_TF32_OVERRIDE", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    /** Terraform's variables begin with TF_ too, change nothing here, and some hold passwords: manifests and reports are shown to others.
     * @see "https://developer.hashicorp.com/terraform/cli/config/environment-variables" */
    private static final List<String> TERRAFORM = List.of("TF_VAR_", "TF_TOKEN_", "TF_CLI_", "TF_LOG_", "TF_LOG", "TF_DATA_DIR", "TF_INPUT",
            "TF_IN_AUTOMATION", "TF_WORKSPACE", "TF_IGNORE", "TF_REGISTRY_", "TF_PLUGIN_", "TF_STATE_",
            "TF_CLOUD_", "TF_HTTP_", "TF_REATTACH_");

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /** Set by the launcher where the code lies outside of the checkout. */
    private static final String PROJECT_PROPERTY = "resbench.project";

    private Provenances() {}

    /** Starts {@code git}, and {@code nvidia-smi} where there is a driver: some milliseconds, so once a command rather than once a run.
     * @param commandLine arguments as typed
     * @param tensorflowVersion of the native library, empty if it was not loaded */
    public static Provenance collect(List<String> commandLine, String tensorflowVersion) {
        // Without its own history, git would tell the commit of whatever repository lies around the project.
        Optional<Path> project = project().filter(folder -> Files.exists(folder.resolve(".git")));
        String commit = project.flatMap(folder -> Tool.line("git", "-C", folder.toString(), "rev-parse", "HEAD")).orElse("");
        boolean dirty = !commit.isEmpty()
                && project.flatMap(folder -> Tool.output("git", "-C", folder.toString(), "status", "--porcelain"))
                        .filter(text -> !text.isBlank()).isPresent();
        return new Provenance(resbenchVersion(), commit, dirty, jvm(), os(), Processors.describe(),
                Runtime.getRuntime().availableProcessors(), tensorflowVersion, host(), commandLine, environment(System.getenv()));
    }

    /** The version in pom.xml. */
    public static String resbenchVersion() {
        Properties build = new Properties();
        try (InputStream in = Provenances.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("build.properties is not on the class path");
            }
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }

    public static String jvm() {
        return property("java.vm.vendor") + " " + property("java.vm.name") + " " + property("java.vm.version");
    }

    public static String os() {
        return property("os.name") + " " + property("os.version") + " " + property("os.arch");
    }

    static Map<String, String> environment(Map<String, String> all) {
        Map<String, String> selected = new TreeMap<>();
        all.forEach((name, value) -> {
            if (isAmong(VARIABLES, name) && !isAmong(TERRAFORM, name)) {
                selected.put(name, value);
            }
        });
        return selected;
    }

    private static boolean isAmong(List<String> wanted, String name) {
        return wanted.stream().anyMatch(one -> one.endsWith("_") ? name.startsWith(one) : name.equals(one));
    }

    /** Not from InetAddress, which asks name servers and may wait for them for seconds. */
    static String host() {
        try {
            return Files.isReadable(HOST_NAME) ? Files.readString(HOST_NAME).strip() : Tool.line("hostname").orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** The project, with git or without, whose {@code target/} holds this class, or which the launcher names; empty when it was installed
     * elsewhere. */
    public static Optional<Path> project() {
        try {
            String named = property(PROJECT_PROPERTY);
            Path code = !named.isEmpty() ? Path.of(named, "target")
                    : Path.of(Provenances.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            for (Path folder = code.getParent(); folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("experiments"))) {
                    return Optional.of(folder);
                }
            }
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}

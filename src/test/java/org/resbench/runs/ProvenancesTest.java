package org.resbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenancesTest {
    @Test void whatProducedTheNumbersIsKnown() throws IOException {
        Manifest.Provenance provenance = Provenances.collect(List.of("run", "a b.yaml"), "2.18.0");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + provenance.resbenchVersion() + "</version>");
        assertThat(provenance.jvm()).contains(Runtime.version().toString().split("\\+")[0]);
        assertThat(provenance.host()).isEqualTo(Tool.line("uname", "-n").orElseThrow());
        assertThat(provenance.threads()).isPositive();
        assertThat(provenance.commandLine()).containsExactly("run", "a b.yaml");
        if (Files.exists(Path.of(".git"))) {
            String head = Tool.line("git", "rev-parse", "HEAD").orElse("");
            assertThat(provenance.gitCommit()).isEqualTo(head);
        }
    }

    @Test void onlyVariablesThatChangeNumbersOrSpeedAreKept() {
        assertThat(Provenances.environment(Map.of("TF_CPP_MIN_LOG_LEVEL", "2", "OMP_NUM_THREADS", "2", "MALLOC_TRIM_THRESHOLD_", "1",
                "GLIBC_TUNABLES", "glibc.malloc.hugetlb=1", "CUDA_VISIBLE_DEVICES", "0", "SECRET_TOKEN", "x", "HOME",
                "/root", "MY_TF_THING", "y")))
                .containsOnlyKeys("TF_CPP_MIN_LOG_LEVEL", "OMP_NUM_THREADS", "MALLOC_TRIM_THRESHOLD_",
                        "GLIBC_TUNABLES", "CUDA_VISIBLE_DEVICES");
    }

    @Test void terraformsVariablesAreNotKept() {
        assertThat(Provenances.environment(Map.of("TF_VAR_password", "secret", "TF_TOKEN_app_terraform_io",
                "secret", "TF_CLI_CONFIG_FILE", "x", "TF_LOG", "debug", "TF_NUM_INTRAOP_THREADS", "1")))
                        .containsOnlyKeys("TF_NUM_INTRAOP_THREADS");
    }

    /** First lines of /proc/cpuinfo: Linux 6.1 on an Intel server; Linux 6.1 on a Raspberry Pi 4; Linux 5.10 on an Ampere Altra, which has
     * no names. */
    @Test void theProcessorIsNamedWhereLinuxNamesIt() {
        // nvidia-smi --query-gpu=name,memory.total --format=csv,noheader,nounits, driver 580.159, and a GPU that does not tell.
        assertThat(Processors.gpuMemories("NVIDIA H100 80GB HBM3, 81559\nTegra, [N/A]\n"))
                .containsExactly(new Processors.Gpu("NVIDIA H100 80GB HBM3", 81559L << 20));
        assertThat(Processors.cpu(List.of("processor\t: 0", "vendor_id\t: GenuineIntel", "cpu family\t: 6", "model\t\t: 85",
                "model name\t: Intel(R) Xeon(R)  CPU @ 2.80GHz", "stepping\t: 7"))).isEqualTo("Intel(R) Xeon(R) CPU @ 2.80GHz");
        assertThat(Processors.cpu(List.of("processor\t: 0", "CPU implementer\t: 0x41", "CPU part\t: 0xd08", "",
                "Model\t\t: Raspberry Pi 4 Model B Rev 1.4"))).isEqualTo("Raspberry Pi 4 Model B Rev 1.4");
        assertThat(Processors.cpu(List.of("processor\t: 0", "BogoMIPS\t: 50.00", "CPU implementer\t: 0x41", "CPU part\t: 0xd0c")))
                .isEqualTo("ARM implementer 0x41 part 0xd0c");
        assertThat(Processors.cpu(List.of())).isEmpty();
    }

    @Test void aToolThatIsMissingOrFailsKnowsNothing() {
        assertThat(Tool.output("no-such-program-at-all")).isEmpty();
        assertThat(Tool.output("sh", "-c", "echo wrong; exit 3")).isEmpty();
        assertThat(Tool.line("sh", "-c", "echo ' right '")).contains("right");
    }
}

package org.resbench.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models of the processors that may do the work. */
public final class Processors {
    /** {@code NVIDIA H100 80GB HBM3, 81559}; a GPU that cannot tell prints {@code [N/A]}. */
    private static final Pattern GPU_MEMORY = Pattern.compile("(.+), (\\d+)");
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Processors() {}

    /** CPU, then GPUs, such as {@code Intel(R) Xeon(R) Gold 6248; NVIDIA H100 80GB HBM3}; empty if nothing is known. */
    public static String describe() {
        String gpus = String.join(", ", gpus());
        return gpus.isEmpty() ? cpu() : cpu() + "; " + gpus;
    }

    /** From /proc/cpuinfo on Linux (the implementer and part on ARM, which has no names there), sysctl on macOS. */
    public static String cpu() {
        if (Files.isReadable(CPU_INFO)) {
            try {
                return cpu(Files.readAllLines(CPU_INFO));
            } catch (IOException e) {
                return "";
            }
        }
        return Tool.line("sysctl", "-n", "machdep.cpu.brand_string").orElse("");
    }

    /** Names that NVIDIA's driver lists; none without {@code nvidia-smi}. */
    public static List<String> gpus() {
        return Tool.output("nvidia-smi", "--query-gpu=name", "--format=csv,noheader")
                .map(text -> text.lines().map(String::strip).filter(name -> !name.isEmpty()).toList()).orElse(List.of());
    }

    /** A GPU that NVIDIA's driver lists.
     * @param memoryBytes all of it; the driver and other processes take some */
    public record Gpu(String name, long memoryBytes) {}

    /** With their memory, in the driver's order; none without {@code nvidia-smi}. */
    public static List<Gpu> gpuMemories() {
        return Tool.output("nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader,nounits")
                .map(Processors::gpuMemories).orElse(List.of());
    }

    /** @param text a line for each GPU: name, mebibytes */
    static List<Gpu> gpuMemories(String text) {
        return text.lines().map(line -> GPU_MEMORY.matcher(line.strip())).filter(Matcher::matches)
                .map(line -> new Gpu(line.group(1), Long.parseLong(line.group(2)) << 20)).toList();
    }

    static String cpu(List<String> cpuInfo) {
        Optional<String> model = value(cpuInfo, "model name").or(() -> value(cpuInfo, "Model"));
        return model.orElseGet(() -> value(cpuInfo, "CPU implementer")
                .map(implementer -> "ARM implementer " + implementer + " part " + value(cpuInfo, "CPU part").orElse("unknown")).orElse(""));
    }

    private static Optional<String> value(List<String> cpuInfo, String key) {
        return cpuInfo.stream().map(line -> line.split(":", 2)).filter(pair -> pair.length == 2 && pair[0].strip().equals(key))
                .map(pair -> pair[1].strip().replaceAll("\\s+", " ")).findFirst();
    }
}

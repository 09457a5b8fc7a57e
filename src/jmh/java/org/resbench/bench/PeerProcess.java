package org.resbench.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another framework's training in a process of its own ({@code harness/peers}): a number on its input makes it train so many steps, and a
 * line on its output says that they are done. */
final class PeerProcess implements AutoCloseable {
    /** Set by {@code harness/bench peers}. */
    private static final String CLASS_PATH = "resbench.peers";
    /** Set by {@code harness/bench}. */
    private static final String PYTORCH = "resbench.pytorch";

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;
    private final String greeting;

    private PeerProcess(Process process) throws IOException {
        this.process = process;
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        greeting = answer();
    }

    /** Waits until its network is built. */
    static PeerProcess start(int depth, int batch) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new PeerProcess(new ProcessBuilder(java, "-cp", System.getProperty(CLASS_PATH),
                "org.resbench.peers.DjlTraining", Integer.toString(depth), Integer.toString(batch))
                        .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** A process that greets and answers as the others do. */
    static PeerProcess start(ProcessBuilder builder) throws IOException {
        return new PeerProcess(builder.start());
    }

    /** PyTorch by {@code harness/gpu/pytorch_peer.py}, with RESBENCH_PYTHON or else python3. TensorFlow's libraries are not for it: it gets
     * RESBENCH_PYTORCH_LIBRARY_PATH, if that is set, for a library path. */
    static PeerProcess pytorch(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(System.getenv().getOrDefault("RESBENCH_PYTHON", "python3"),
                System.getProperty(PYTORCH)));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeAll(List.of("LD_LIBRARY_PATH", "NVIDIA_TF32_OVERRIDE", "XLA_FLAGS"));
        Optional.ofNullable(System.getenv("RESBENCH_PYTORCH_LIBRARY_PATH"))
                .ifPresent(path -> builder.environment().put("LD_LIBRARY_PATH", path));
        return new PeerProcess(builder.start());
    }

    /** Trained values of its network. */
    long parameters() {
        return Long.parseLong(greeting.substring(0, greeting.indexOf(' ')));
    }

    /** Framework and version. */
    String name() {
        return greeting.substring(greeting.indexOf(' ') + 1);
    }

    /** Lets it make so many steps and waits for them.
     * @return what it says then */
    String steps(int count) {
        orders.println(count);
        try {
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the other process ended; its message is above");
        }
        return line;
    }

    @Override public void close() throws InterruptedException {
        orders.close();
        process.waitFor();
    }
}

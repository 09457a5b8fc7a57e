package org.resbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One library of NVIDIA's that TensorFlow's GPU natives load; if one of the first is missing they run on the CPU without a word.
 * @param name file name with the version that the natives ask for: they are built for CUDA 12.5 and cuDNN 9.3
 * @param place where the loader finds it; empty if it is missing
 * @param failure why the loader refuses the file there; empty if it does not, or was not asked */
record GpuLibrary(String name, Optional<Path> place, Optional<String> failure) {
    /** Comes with the driver. */
    static final String DRIVER = "libcuda.so.1";

    /** TensorFlow opens the driver and the seven after it when it starts, libcudnn its own parts at the first convolution. */
    static final List<String> NEEDED = List.of(DRIVER, "libcudart.so.12", "libcublas.so.12", "libcublasLt.so.12",
            "libcufft.so.11", "libcusolver.so.11", "libcusparse.so.12", "libcudnn.so.9", "libcudnn_graph.so.9", "libcudnn_ops.so.9",
            "libcudnn_cnn.so.9", "libcudnn_heuristic.so.9", "libcudnn_engines_precompiled.so.9", "libcudnn_engines_runtime_compiled.so.9");

    /** For people without the libraries. */
    static final String HOW_TO_GET = "with NVIDIA's package repository: 'sudo apt-get install cuda-libraries-12-5 "
            + "libcudnn9-cuda-12'; or without root: 'pip install --target=cuda nvidia-cuda-runtime-cu12 nvidia-cublas-cu12 "
            + "nvidia-cufft-cu12 nvidia-cusolver-cu12 nvidia-cusparse-cu12 nvidia-cudnn-cu12', then put every cuda/nvidia/*/lib "
            + "folder into LD_LIBRARY_PATH";

    /** @param load whether to have the loader open each file, too: it may be of another machine type, cut short, or need a library that is
     *     missing */
    static List<GpuLibrary> search(SharedLibraries libraries, boolean load) {
        return NEEDED.stream().map(name -> libraries.find(name)
                .map(place -> new GpuLibrary(name, Optional.of(place), load ? SharedLibraries.failureToLoad(place) : Optional.empty()))
                .orElse(new GpuLibrary(name, Optional.empty(), Optional.empty()))).toList();
    }

    /** Whether TensorFlow can use it. */
    boolean usable() {
        return place.isPresent() && failure.isEmpty();
    }

    /** Where it is, and why it cannot be loaded. */
    String words() {
        return place.map(Object::toString).orElse("missing") + failure.map(why -> ", cannot be loaded (" + why + ")").orElse("");
    }
}

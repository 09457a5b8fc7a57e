package org.resbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One library of NVIDIA's that TensorFlow's GPU natives load when they start; if any is missing they run on the CPU without a word.
 * @param name file name with the version that the natives ask for: they are built for CUDA 12.5 and cuDNN 9.3
 * @param place where the loader finds it; empty if it is missing */
record GpuLibrary(String name, Optional<Path> place) {
    static final List<String> NEEDED = List.of("libcudart.so.12", "libcublas.so.12", "libcublasLt.so.12", "libcufft.so.11", "libcusolver.so.11",
            "libcusparse.so.12", "libcudnn.so.9");

    /** For people without the libraries. */
    static final String HOW_TO_GET = "with NVIDIA's package repository: 'sudo apt-get install cuda-libraries-12-5 libcudnn9-cuda-12'; or without root: "
            + "'pip install --target=cuda nvidia-cuda-runtime-cu12 nvidia-cublas-cu12 nvidia-cufft-cu12 nvidia-cusolver-cu12 nvidia-cusparse-cu12 "
            + "nvidia-cudnn-cu12', then put every cuda/nvidia/*/lib folder into LD_LIBRARY_PATH";

    static List<GpuLibrary> search(SharedLibraries libraries) {
        return NEEDED.stream().map(name -> new GpuLibrary(name, libraries.find(name))).toList();
    }
}

package org.resbench.energy.nvml;

import java.util.List;

/** What is asked of NVIDIA's management library.
 * @see "NVML API Reference Guide, Device Queries" */
public interface Nvml {
    /** All GPUs of the machine in NVML's order, which is that of the PCI bus. */
    List<Gpu> gpus() throws NvmlException;

    /** One GPU. Each question may be answered with {@link NvmlException}; {@link NvmlException#isNotSupported} when this model cannot. */
    interface Gpu {
        int index();

        String name() throws NvmlException;

        /** Such as {@code GPU-8f3ab0e2-...}. */
        String uuid() throws NvmlException;

        /** Since the driver was loaded; Volta and later. */
        long energyMillijoules() throws NvmlException;

        /** Of the whole board; on Ampere and later but the A100 a mean over one second. */
        long powerMilliwatts() throws NvmlException;

        /** Whether it is split into several (multi-instance GPU, MIG). */
        boolean isSplit() throws NvmlException;

        /** Process ids that compute on it, as the driver numbers them. */
        List<Long> computeProcesses() throws NvmlException;
    }
}

package org.resbench.energy.nvml;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/** The functions of {@code nvml.h} that are called; each returns an nvmlReturn_t, where 0 is success. Names as in C, so that JNA finds
 * them.
 * @see "NVML API Reference Guide" */
interface NvmlLibrary extends Library {
    int nvmlInit_v2();

    String nvmlErrorString(int result);

    int nvmlDeviceGetCount_v2(IntByReference count);

    int nvmlDeviceGetHandleByIndex_v2(int index, PointerByReference device);

    int nvmlDeviceGetName(Pointer device, byte[] name, int length);

    int nvmlDeviceGetUUID(Pointer device, byte[] uuid, int length);

    int nvmlDeviceGetTotalEnergyConsumption(Pointer device, LongByReference millijoules);

    int nvmlDeviceGetPowerUsage(Pointer device, IntByReference milliwatts);

    int nvmlDeviceGetMigMode(Pointer device, IntByReference current, IntByReference pending);

    /** @param infos an array of nvmlProcessInfo_t, 24 bytes each, the process id in the first four; null to ask how many */
    int nvmlDeviceGetComputeRunningProcesses_v3(Pointer device, IntByReference count, Pointer infos);
}

package org.resbench.energy.nvml;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** NVML as NVIDIA's driver brings it, called through JNA. */
public final class NativeNvml implements Nvml {
    private static final int SUCCESS = 0;
    private static final int INSUFFICIENT_SIZE = 7;
    private static final int FUNCTION_NOT_FOUND = 13;
    /** NVML_DEVICE_NAME_V2_BUFFER_SIZE and NVML_DEVICE_UUID_V2_BUFFER_SIZE. */
    private static final int TEXT_BYTES = 96;
    /** sizeof(nvmlProcessInfo_t): pid, padding, used memory, two instance ids. */
    private static final int PROCESS_BYTES = 24;
    /** Processes may start between asking how many there are and asking which. */
    private static final int SPARE = 8;

    private final NvmlLibrary library;

    private NativeNvml(NvmlLibrary library) {
        this.library = library;
    }

    /** The driver's library, opened.
     * @throws NvmlException if there is none, or it cannot talk to the driver; the message says what mends it */
    public static NativeNvml open() throws NvmlException {
        return open(Platform.isWindows() ? "nvml" : "libnvidia-ml.so.1");
    }

    /** The library of this name or path, opened.
     * @throws NvmlException as {@link #open()} */
    public static NativeNvml open(String file) throws NvmlException {
        NativeNvml nvml;
        try {
            nvml = new NativeNvml(Native.load(file, NvmlLibrary.class));
        } catch (UnsatisfiedLinkError e) {
            throw new NvmlException(FUNCTION_NOT_FOUND, "no NVIDIA driver (" + file + " cannot be loaded); it comes with the driver, in "
                    + "containers with the option that hands GPUs through");
        }
        nvml.check("nvmlInit", nvml.library::nvmlInit_v2);
        return nvml;
    }

    @Override public List<Gpu> gpus() throws NvmlException {
        IntByReference count = new IntByReference();
        check("nvmlDeviceGetCount", () -> library.nvmlDeviceGetCount_v2(count));
        List<Gpu> gpus = new ArrayList<>();
        for (int i = 0; i < count.getValue(); i++) {
            int index = i;
            PointerByReference device = new PointerByReference();
            check("nvmlDeviceGetHandleByIndex", () -> library.nvmlDeviceGetHandleByIndex_v2(index, device));
            gpus.add(new NativeGpu(index, device.getValue()));
        }
        return gpus;
    }

    /** An old driver may lack a function; that is the same as a GPU that cannot. */
    private void check(String function, IntSupplier call) throws NvmlException {
        int result;
        try {
            result = call.getAsInt();
        } catch (UnsatisfiedLinkError e) {
            throw new NvmlException(NvmlException.NOT_SUPPORTED, "this driver has no " + function);
        }
        if (result != SUCCESS) {
            throw new NvmlException(result, function + ": " + library.nvmlErrorString(result));
        }
    }

    private final class NativeGpu implements Gpu {
        private final int index;
        private final Pointer device;

        NativeGpu(int index, Pointer device) {
            this.index = index;
            this.device = device;
        }

        @Override public int index() {
            return index;
        }

        @Override public String name() throws NvmlException {
            byte[] text = new byte[TEXT_BYTES];
            check("nvmlDeviceGetName", () -> library.nvmlDeviceGetName(device, text, text.length));
            return Native.toString(text);
        }

        @Override public String uuid() throws NvmlException {
            byte[] text = new byte[TEXT_BYTES];
            check("nvmlDeviceGetUUID", () -> library.nvmlDeviceGetUUID(device, text, text.length));
            return Native.toString(text);
        }

        @Override public long energyMillijoules() throws NvmlException {
            LongByReference millijoules = new LongByReference();
            check("nvmlDeviceGetTotalEnergyConsumption", () -> library.nvmlDeviceGetTotalEnergyConsumption(device, millijoules));
            return millijoules.getValue();
        }

        @Override public long powerMilliwatts() throws NvmlException {
            IntByReference milliwatts = new IntByReference();
            check("nvmlDeviceGetPowerUsage", () -> library.nvmlDeviceGetPowerUsage(device, milliwatts));
            return Integer.toUnsignedLong(milliwatts.getValue());
        }

        @Override public boolean isSplit() throws NvmlException {
            IntByReference current = new IntByReference();
            check("nvmlDeviceGetMigMode", () -> library.nvmlDeviceGetMigMode(device, current, new IntByReference()));
            return current.getValue() != 0;
        }

        @Override public List<Long> computeProcesses() throws NvmlException {
            IntByReference count = new IntByReference(0);
            int asked;
            try {
                asked = library.nvmlDeviceGetComputeRunningProcesses_v3(device, count, null);
            } catch (UnsatisfiedLinkError e) {
                throw new NvmlException(NvmlException.NOT_SUPPORTED, "this driver has no nvmlDeviceGetComputeRunningProcesses_v3");
            }
            if (asked == SUCCESS) {
                return List.of();
            }
            if (asked != INSUFFICIENT_SIZE) {
                throw new NvmlException(asked, "nvmlDeviceGetComputeRunningProcesses: " + library.nvmlErrorString(asked));
            }
            count.setValue(count.getValue() + SPARE);
            List<Long> processes = new ArrayList<>();
            try (Memory infos = new Memory((long) count.getValue() * PROCESS_BYTES)) {
                check("nvmlDeviceGetComputeRunningProcesses", () -> library.nvmlDeviceGetComputeRunningProcesses_v3(device, count, infos));
                for (int i = 0; i < count.getValue(); i++) {
                    processes.add(Integer.toUnsignedLong(infos.getInt((long) i * PROCESS_BYTES)));
                }
            }
            return processes;
        }
    }
}

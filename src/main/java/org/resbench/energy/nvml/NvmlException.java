package org.resbench.energy.nvml;

import java.io.IOException;

/** NVML answered with an error. */
public final class NvmlException extends IOException {
    /** {@code NVML_ERROR_NOT_SUPPORTED}. */
    public static final int NOT_SUPPORTED = 3;
    private static final long serialVersionUID = 1;

    private final int code;

    /** @param code an nvmlReturn_t */
    public NvmlException(int code, String message) {
        super(message);
        this.code = code;
    }

    public boolean isNotSupported() {
        return code == NOT_SUPPORTED;
    }
}

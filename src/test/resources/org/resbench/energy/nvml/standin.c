/* Stands in for libnvidia-ml.so.1: the functions and structs of nvml.h that Resbench calls, with answers read anew at each call from the
 * text file STATE. A line a GPU: name|uuid|millijoules|milliwatts|mig|pid,pid,...  A number of -1 is NVML_ERROR_NOT_SUPPORTED. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SUCCESS = 0, INVALID_ARGUMENT = 2, NOT_SUPPORTED = 3, INSUFFICIENT_SIZE = 7, DRIVER_NOT_LOADED = 9 };

typedef struct {
    unsigned int pid;
    unsigned long long usedGpuMemory;
    unsigned int gpuInstanceId;
    unsigned int computeInstanceId;
} nvmlProcessInfo_t;

static int line(unsigned int index, char *into, int size) {
    FILE *state = fopen(STATE, "r");
    if (!state) return 0;
    unsigned int at = 0;
    int found = 0;
    while (!found && fgets(into, size, state)) found = at++ == index;
    fclose(state);
    if (found) into[strcspn(into, "\n")] = 0;
    return found;
}

static int field(void *device, int which, char *into, int size) {
    char text[1024];
    if (!line((unsigned int) ((size_t) device - 1), text, sizeof text)) return INVALID_ARGUMENT;
    char *at = text;
    for (int i = 0; i < which; i++) {
        at = strchr(at, '|');
        if (!at) return INVALID_ARGUMENT;
        at++;
    }
    size_t length = strcspn(at, "|");
    if (length >= (size_t) size) return INSUFFICIENT_SIZE;
    memcpy(into, at, length);
    into[length] = 0;
    return SUCCESS;
}

static int number(void *device, int which, long long *value) {
    char text[64];
    int result = field(device, which, text, sizeof text);
    if (result) return result;
    *value = atoll(text);
    return *value < 0 ? NOT_SUPPORTED : SUCCESS;
}

int nvmlInit_v2(void) {
    FILE *state = fopen(STATE, "r");
    if (!state) return DRIVER_NOT_LOADED;
    fclose(state);
    return SUCCESS;
}

const char *nvmlErrorString(int result) {
    return result == NOT_SUPPORTED ? "Not Supported" : result == DRIVER_NOT_LOADED ? "Driver Not Loaded" : "Unknown Error";
}

int nvmlDeviceGetCount_v2(unsigned int *count) {
    char text[1024];
    for (*count = 0; line(*count, text, sizeof text); ++*count) {}
    return SUCCESS;
}

int nvmlDeviceGetHandleByIndex_v2(unsigned int index, void **device) {
    *device = (void *) (size_t) (index + 1);
    return SUCCESS;
}

int nvmlDeviceGetName(void *device, char *name, unsigned int length) { return field(device, 0, name, (int) length); }

int nvmlDeviceGetUUID(void *device, char *uuid, unsigned int length) { return field(device, 1, uuid, (int) length); }

int nvmlDeviceGetTotalEnergyConsumption(void *device, unsigned long long *energy) {
    long long value;
    int result = number(device, 2, &value);
    if (!result) *energy = (unsigned long long) value;
    return result;
}

int nvmlDeviceGetPowerUsage(void *device, unsigned int *power) {
    long long value;
    int result = number(device, 3, &value);
    if (!result) *power = (unsigned int) value;
    return result;
}

#ifndef OLD_DRIVER
int nvmlDeviceGetMigMode(void *device, unsigned int *current, unsigned int *pending) {
    long long value;
    int result = number(device, 4, &value);
    if (!result) *current = *pending = (unsigned int) value;
    return result;
}

int nvmlDeviceGetComputeRunningProcesses_v3(void *device, unsigned int *count, nvmlProcessInfo_t *infos) {
    char text[256];
    int result = field(device, 5, text, sizeof text);
    if (result) return result;
    unsigned int found = 0;
    for (char *at = strtok(text, ","); at; at = strtok(NULL, ",")) {
        if (infos && found < *count) {
            memset(&infos[found], 0xff, sizeof infos[found]);
            infos[found].pid = (unsigned int) strtoul(at, NULL, 10);
        }
        found++;
    }
    int enough = found <= *count && (infos || found == 0);
    *count = found;
    return enough ? SUCCESS : INSUFFICIENT_SIZE;
}
#endif

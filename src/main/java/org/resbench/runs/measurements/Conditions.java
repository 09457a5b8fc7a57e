package org.resbench.runs.measurements;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What times and joules depend on besides the network and the settings. Measurements made otherwise are not continued and not mixed.
 * @param device such as {@code cpu: Intel(R) Xeon(R), 2 threads}
 * @param tensorflow version of the native library
 * @param meter name of the energy meter, or why there is none
 * @param environment variables that change TensorFlow, its libraries or the allocator */
public record Conditions(String host, String device, String tensorflow, String meter, Map<String, String> environment) {
    public Conditions {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }
}

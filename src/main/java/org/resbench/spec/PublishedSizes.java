package org.resbench.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resbench.units.PrintedNumber;

/** Sizes of networks that a paper prints in one place.
 * @param place table or section
 * @param values by short name of the network, in the order of the source */
public record PublishedSizes(String place, CountMetric metric, Map<String, PrintedNumber> values) {
    public PublishedSizes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static PublishedSizes read(Keys keys) {
        String place = keys.text("place", null);
        String key = keys.text("metric", null);
        Optional<CountMetric> metric = CountMetric.of(key);
        if (metric.isEmpty() && keys.has("metric")) {
            keys.wrong("metric", "'" + key + "' must be one of " + String.join(", ", CountMetric.keys())
                    + Suggestion.of(key, CountMetric.keys()));
        }
        Map<String, PrintedNumber> values = new LinkedHashMap<>();
        Keys networks = keys.inner("values");
        for (String network : List.copyOf(networks.names())) {
            try {
                values.put(network, PrintedNumber.parse(networks.text(network, null)));
            } catch (IllegalArgumentException e) {
                networks.wrong(network, e.getMessage());
            }
        }
        keys.done();
        return new PublishedSizes(place, metric.orElse(CountMetric.MULTIPLY_ADDS), values);
    }
}

package org.resbench.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON at the beginning of a safetensors file. Read as a stream: what it takes in memory grows with the tensors that it lists, not
 * with the numbers that it claims.
 * @param metadata the texts of {@code __metadata__}
 * @param tensors by name, in the header's order */
record SafetensorsHeader(Map<String, String> metadata, Map<String, TensorEntry> tensors) {
    static final String METADATA = "__metadata__";
    /** More sizes than any framework's tensors have. */
    private static final int HIGHEST_RANK = 64;
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    SafetensorsHeader {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** @param text exactly the header
     * @throws WeightsException saying what is wrong with it, without the file's name */
    static SafetensorsHeader read(InputStream text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            return new Reading(parser).header();
        } catch (JsonProcessingException e) {
            String why = e.getOriginalMessage();
            throw new WeightsException(why.startsWith("Duplicate field") ? "the header names " + why.replaceFirst("Duplicate field ", "")
                    + " twice"
                    : "its header is no JSON", e);
        }
    }

    private static final class Reading {
        private final JsonParser parser;
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final Map<String, TensorEntry> tensors = new LinkedHashMap<>();

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        SafetensorsHeader header() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new WeightsException("its header is no JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw new WeightsException("header: '" + name + "' must be an object");
                }
                if (name.equals(METADATA)) {
                    metadata();
                } else {
                    tensors.put(name, tensor(name));
                }
            }
            if (parser.nextToken() != null) {
                throw new WeightsException("there is something after the header's JSON object");
            }
            return new SafetensorsHeader(metadata, tensors);
        }

        private void metadata() throws IOException {
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    throw new WeightsException("header: " + METADATA + "." + key + " must be text");
                }
                metadata.put(key, parser.getText());
            }
        }

        private TensorEntry tensor(String name) throws IOException {
            ElementType type = null;
            List<Long> shape = null;
            List<Long> offsets = null;
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                parser.nextToken();
                switch (key) {
                    case "dtype" -> type = type(name);
                    case "shape" -> shape = numbers(name, key);
                    case "data_offsets" -> offsets = numbers(name, key);
                    default -> throw new WeightsException("header: '" + name + "' has the unknown key '" + key
                            + "'; known: dtype, shape, data_offsets");
                }
            }
            if (type == null || shape == null || offsets == null || offsets.size() != 2) {
                throw new WeightsException("header: '" + name + "' must have dtype, shape and two data_offsets");
            }
            return new TensorEntry(name, type, shape, offsets.get(0), offsets.get(1));
        }

        private ElementType type(String name) throws IOException {
            String type = parser.getText();
            try {
                return ElementType.valueOf(type);
            } catch (IllegalArgumentException e) {
                throw new WeightsException("header: '" + name + "' has the unknown dtype '" + type + "'; known: " + ElementType.names(), e);
            }
        }

        private List<Long> numbers(String name, String key) throws IOException {
            List<Long> numbers = new ArrayList<>();
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && numbers.size() < HIGHEST_RANK
                        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                        && parser.getLongValue() >= 0) {
                    numbers.add(parser.getLongValue());
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw new WeightsException("header: '" + name + "': " + key + " must be a list of at most " + HIGHEST_RANK
                        + " whole numbers, 0 or more");
            }
            return numbers;
        }
    }
}

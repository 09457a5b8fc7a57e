package org.resbench.runs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** JSON forms of the types that Jackson does not know or writes otherwise: times, enum constants, events. */
final class JsonValues {
    private JsonValues() {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    static SimpleModule module() {
        SimpleModule module = new SimpleModule("resbench");
        module.addSerializer(Instant.class, new WriteInstant());
        module.addDeserializer(Instant.class, new ReadInstant());
        module.addSerializer(Event.class, new WriteEvent());
        module.addDeserializer(Event.class, new ReadEvent());
        module.addDeserializer(RunResult.Energy.class, new ReadEnergy());
        module.addSerializer(Path.class, new WritePath());
        module.addSerializer((Class) Enum.class, new WriteEnum());
        return module;
    }

    static String constant(Enum<?> value) {
        return value.name().length() == 1 ? value.name() : value.name().toLowerCase(Locale.ROOT);
    }

    private static final class WriteEnum extends StdSerializer<Enum<?>> {
        WriteEnum() {
            super(Enum.class, false);
        }

        @Override public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(constant(value));
        }
    }

    private static final class WritePath extends StdSerializer<Path> {
        WritePath() {
            super(Path.class);
        }

        @Override public void serialize(Path value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    /** Results of earlier versions have no breakdown. */
    private static final class ReadEnergy extends StdDeserializer<RunResult.Energy> {
        ReadEnergy() {
            super(RunResult.Energy.class);
        }

        @Override public RunResult.Energy deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode energy = context.readTree(in);
            for (String key : List.of("source", "joules", "why")) {
                if (!energy.has(key)) {
                    throw JsonMappingException.from(context, "Missing creator property '" + key + "'");
                }
            }
            JsonNode joules = energy.get("joules");
            if (!joules.isNull() && !joules.isNumber()) {
                throw JsonMappingException.from(context, "joules: " + joules + " is no number");
            }
            JsonNode breakdown = energy.path("breakdown");
            return new RunResult.Energy(energy.get("source").asText(),
                    joules.isNull() ? Optional.empty() : Optional.of(joules.doubleValue()),
                    energy.get("why").asText(), breakdown.isNull() || breakdown.isMissingNode() ? Optional.empty()
                            : Optional.of(context.readTreeAsValue(breakdown, EnergyBreakdown.class)));
        }
    }

    private static final class WriteInstant extends StdSerializer<Instant> {
        WriteInstant() {
            super(Instant.class);
        }

        @Override public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class ReadInstant extends FromStringDeserializer<Instant> {
        ReadInstant() {
            super(Instant.class);
        }

        @Override protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw JsonMappingException.from(context, "'" + text + "' is not a time such as 2026-01-31T12:00:00Z", e);
            }
        }
    }

    /** {@code {"time": ..., "event": kind, "iteration": n, ...fields}}, the fields in their own order. */
    private static final class WriteEvent extends StdSerializer<Event> {
        WriteEvent() {
            super(Event.class);
        }

        @Override public void serialize(Event event, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("time", event.time().toString());
            out.writeStringField("event", event.kind());
            out.writeNumberField("iteration", event.iteration());
            for (Map.Entry<String, Object> field : event.fields().entrySet()) {
                provider.defaultSerializeField(field.getKey(), field.getValue(), out);
            }
            out.writeEndObject();
        }
    }

    private static final class ReadEvent extends StdDeserializer<Event> {
        ReadEvent() {
            super(Event.class);
        }

        @Override public Event deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Map<?, ?> raw = context.readValue(in, LinkedHashMap.class);
            Map<String, Object> fields = new LinkedHashMap<>();
            raw.forEach((key, value) -> fields.put((String) key, value));
            Object time = fields.remove("time");
            Object kind = fields.remove("event");
            Object iteration = fields.remove("iteration");
            if (!(time instanceof String) || !(kind instanceof String) || !(iteration instanceof Number)) {
                throw JsonMappingException.from(context, "an event needs 'time', 'event' and 'iteration'");
            }
            try {
                return new Event(Instant.parse((String) time), (String) kind, ((Number) iteration).longValue(), fields);
            } catch (DateTimeException e) {
                throw JsonMappingException.from(context, "time: '" + time + "' is not a time such as 2026-01-31T12:00:00Z", e);
            }
        }
    }
}

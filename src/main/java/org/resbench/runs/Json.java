package org.resbench.runs;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.resbench.arch.Architecture;
import org.resbench.spec.Claim;
import org.resbench.spec.Defaults;
import org.resbench.spec.InitialiseFrom;
import org.resbench.spec.Recipe;
import org.resbench.spec.Trial;

/** Values as JSON and back: the one dialect of run folders and of every {@code --json}.
 *
 * <ul><li>Keys are the record components in snake_case.
 * <li>Constants of enums are in lower case with underscores, but single letters (options A, B, C) as they are.
 * <li>An empty {@code Optional} is {@code null}; a key is never left out.
 * <li>Times are ISO-8601 in UTC; paths are as the system writes them.
 * <li>NaN and infinities, which JSON has no numbers for, are the strings {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}; records
 * read
 *     them back as numbers.
 * <li>A sealed type says which case it is under {@code kind}: {@code cifar_network}.
 * <li>Numbers are the shortest that read back as the same double, on every JVM. The default locale never matters.</ul>
 *
 * <p>Reading ignores keys that it does not know (a later version's; {@code runs verify} lists them) and refuses missing ones. */
public final class Json {
    private static final String ABSENT = "absent";
    private static final String DEFAULT_PRECISION = "default precision";
    private static final JsonMapper MAPPER = mapper();
    private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("").withArrayEmptySeparator("")));

    private Json() {}

    /** One line, no spaces, no line end. */
    public static String line(Object value) {
        return write(MAPPER.writer(), value);
    }

    /** Indented by two spaces, with a line end, for files and terminals. */
    public static String pretty(Object value) {
        return write(PRETTY, value) + "\n";
    }

    /** One line with the keys of every object sorted: equal values have equal text. */
    public static String canonical(Object value) {
        return line(sorted(tree(value)));
    }

    /** The value as a tree that can be walked or added to. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** @throws JsonProcessingException with the place and the key path if the text is not JSON, or not this type */
    public static <T> T read(String text, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(text, type);
    }

    /** @throws JsonProcessingException if the text is not JSON */
    public static JsonNode readTree(String text) throws JsonProcessingException {
        JsonNode tree = MAPPER.readTree(text);
        return tree.isMissingNode() ? MAPPER.nullNode() : tree;
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getName() + " has no JSON form: " + e.getOriginalMessage(), e);
        }
    }

    static byte[] prettyBytes(Object value) {
        return pretty(value).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return MAPPER.createObjectNode().setAll(fields);
        }
        if (node.isArray()) {
            var array = MAPPER.createArrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(JsonValues.module())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addMixIn(Architecture.class, Kind.class)
                .addMixIn(Claim.Statement.class, Kind.class)
                .addMixIn(Trial.class, TrialForm.class)
                .addMixIn(Recipe.class, RecipeForm.class)
                .injectableValues(new InjectableValues.Std().addValue(ABSENT, Optional.empty())
                        .addValue(DEFAULT_PRECISION, Defaults.PRECISION))
                .addMixIn(Claim.Selector.class, SortedWhere.class)
                .addMixIn(RunResult.class, FinalKey.class);
        registerCases(builder, Architecture.class);
        registerCases(builder, Claim.Statement.class);
        return builder.build();
    }

    private static void registerCases(JsonMapper.Builder builder, Class<?> sealed) {
        PropertyNamingStrategies.SnakeCaseStrategy naming = new PropertyNamingStrategies.SnakeCaseStrategy();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            builder.registerSubtypes(new NamedType(permitted, naming.translate(permitted.getSimpleName())));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kind {}

    /** {@code Map.copyOf} iterates in another order in every JVM. */
    private interface TrialForm {
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES) Map<String, String> axes();

        @JacksonInject(value = ABSENT, useInput = OptBoolean.TRUE) Optional<InitialiseFrom> initialiseFrom();
    }

    /** Manifests older than the setting lack it. */
    private interface RecipeForm {
        @JacksonInject(value = DEFAULT_PRECISION, useInput = OptBoolean.TRUE) Recipe.Precision precision();
    }

    private interface SortedWhere {
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES) Map<String, String> where();
    }

    /** {@code final} is a word of Java. */
    private interface FinalKey {
        @JsonProperty("final") RunResult.Final last();
    }
}

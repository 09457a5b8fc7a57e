package org.resbench.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.resbench.spec.Claim;

class JsonTest {
    private final Locale before = Locale.getDefault();

    @AfterEach void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test void everyManifestReadsBackAsItself() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            Manifest manifest = Examples.manifest(Examples.trial(random));
            assertThat(Json.read(Json.pretty(manifest), Manifest.class)).isEqualTo(manifest);
        }
    }

    @Test void everyResultReadsBackAsItselfAlsoWhenNotFinite() throws IOException {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            RunResult result = Examples.result(random);
            assertThat(Json.read(Json.pretty(result), RunResult.class)).isEqualTo(result);
        }
    }

    @Test void everyEventReadsBackAsItself() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("loss", Examples.number(random));
            fields.put("norms", Map.of("stem", random.nextDouble()));
            fields.put("why", "a \"quoted\"\nline \u2028 \ud83d\ude00");
            Event event = new Event(Instant.ofEpochMilli(random.nextLong(1L << 40)), "step", random.nextLong(Long.MAX_VALUE), fields);
            String line = Json.line(event);
            Event read = Json.read(line, Event.class);
            assertThat(line).doesNotContain("\n");
            assertThat(read.number("loss")).isEqualTo(event.number("loss"));
            assertThat(read.time()).isEqualTo(event.time());
            assertThat(read.iteration()).isEqualTo(event.iteration());
            assertThat(read.fields()).containsEntry("why", fields.get("why")).containsEntry("norms", fields.get("norms"));
        }
    }

    /** RFC 8259, section 6: "Numeric values that cannot be represented in the grammar below (such as Infinity and NaN) are not
     * permitted." */
    @Test void whatIsNotFiniteIsStillStandardJson() throws IOException {
        RunResult diverged = Examples.result(RunStatus.DIVERGED,
                new RunResult.Final(90, 90, Double.NaN, Double.POSITIVE_INFINITY, 9000), Optional.empty(),
                Map.of("a", Double.NEGATIVE_INFINITY));
        try (JsonParser strict = new JsonFactory().createParser(Json.pretty(diverged))) {
            while (strict.nextToken() != null) {
                assertThat(strict.currentToken().isScalarValue() || strict.currentToken().isStructStart()
                        || strict.currentToken().isStructEnd()
                        || strict.currentToken() == com.fasterxml.jackson.core.JsonToken.FIELD_NAME).isTrue();
            }
        }
        JsonNode last = Json.readTree(Json.pretty(diverged)).get("final");
        assertThat(last.get("test_loss").isTextual()).isTrue();
        assertThat(last.get("training_loss").asText()).isEqualTo("Infinity");
    }

    /** Turkish lower-cases I to a dotless i; Arabic (Egypt) and Hindi have digits of their own; German a decimal comma. */
    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG", "hi-IN-u-nu-deva"})
    void resultJsonIsTheSameUnderEveryLocale(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(Json.pretty(Examples.result())).isEqualTo("""
                {
                  "schema": 1,
                  "status": "completed",
                  "iterations": 64000,
                  "final": {
                    "test_error_percent": 8.75,
                    "training_error_percent": 0.5,
                    "test_loss": 0.25,
                    "training_loss": 0.015625,
                    "test_errors": 875
                  },
                  "best": {
                    "test_error_percent": 8.5,
                    "iteration": 60000
                  },
                  "protocol": {
                    "split": "test",
                    "views": 1,
                    "chosen": "final iteration",
                    "batch_norm_statistics": "moving",
                    "batch_norm_images": 128
                  },
                  "data": {
                    "name": "synthetic",
                    "fingerprint": "sha256:ab",
                    "training_images": 50000,
                    "test_images": 10000,
                    "image_size": 32,
                    "classes": 10
                  },
                  "parameters": 269722,
                  "multiply_adds": 40551296,
                  "weights_sha256": "%s",
                  "speed": {
                    "images_per_second": 512.25,
                    "training_seconds": 16000.0,
                    "evaluation_seconds": 60.0,
                    "setup_seconds": 2.5,
                    "device": "cpu: Some CPU, 2 threads",
                    "sessions": 1
                  },
                  "energy": {
                    "source": "measured",
                    "joules": 1234.5,
                    "why": "rapl package-0",
                    "breakdown": {
                      "seconds": 16060.0,
                      "training_joules": 1200.0,
                      "testing_joules": 34.5,
                      "tested_images": 10000,
                      "peak_watts": 95.5,
                      "idle_watts": null,
                      "parts": [ {
                        "name": "package-0",
                        "joules": 1234.5
                      } ],
                      "notes": []
                    }
                  },
                  "layer_responses": {}
                }
                """.formatted("cd".repeat(32)));
    }

    @Test void sealedTypesSayWhichCaseTheyAre() throws IOException {
        Claim.Statement statement = new Claim.Statement.Difference("test_error_percent", new Claim.Selector(Map.of("network.depth", "56")),
                new Claim.Selector(Map.of("network.depth", "20")), Claim.Side.ABOVE, 0);
        assertThat(Json.line(statement)).startsWith("{\"kind\":\"difference\"").contains("\"side\":\"above\"");
        assertThat(Json.read(Json.line(statement), Claim.Statement.class)).isEqualTo(statement);
        JsonNode architecture = Json.tree(Examples.manifest(Examples.trial(1))).at("/trial/architecture");
        assertThat(architecture.get("kind").asText()).isEqualTo("cifar_network");
        assertThat(architecture.get("shortcut").asText()).isEqualTo("A");
    }

    @Test void keysOfALaterVersionAreIgnored() throws IOException {
        String text = Json.line(Examples.result()).replaceFirst("\\{", "{\"carbon_grams\":7,");
        assertThat(Json.read(text, RunResult.class)).isEqualTo(Examples.result());
    }

    /** Results of version 0.1 before meters knew training from testing. */
    @Test void aResultWithoutABreakdownOfItsEnergyIsStillRead() throws IOException {
        RunResult result = Examples.result();
        String text = Json.line(result).replaceFirst(",\"breakdown\":\\{.*?]}}", "}");
        assertThat(text).contains("\"why\":\"rapl package-0\"}").doesNotContain("breakdown");
        assertThat(Json.read(text, RunResult.class).energy())
                .isEqualTo(new RunResult.Energy("measured", Optional.of(1234.5), "rapl package-0"));
        assertThatThrownBy(() -> Json.read(text.replace("\"joules\":1234.5,", ""), RunResult.class)).hasMessageContaining("'joules'");
    }

    @Test void aMissingKeyIsNamed() {
        String text = Json.line(Examples.result()).replace("\"iterations\":64000,", "");
        assertThatThrownBy(() -> Json.read(text, RunResult.class)).hasMessageContaining("'iterations'");
    }

    @Test void canonicalTextDoesNotDependOnTheOrderOfKeys() throws IOException {
        assertThat(Json.canonical(Json.readTree("{\"b\":[{\"d\":1,\"c\":2}],\"a\":null}")))
                .isEqualTo("{\"a\":null,\"b\":[{\"c\":2,\"d\":1}]}");
    }

    /** Shortest decimals that read back as the same double; 2.0E-3 and 2e23 are where Java 17 and 19 differ (JDK-4511638). */
    @Test void numbersAreTheShortestOnEveryJvm() {
        assertThat(Json.line(2e23)).isEqualTo("2.0E23");
        assertThat(Json.line(2.2250738585072014e-308)).isEqualTo("2.2250738585072014E-308");
        assertThat(Json.line(1.0e23)).isEqualTo("1.0E23");
    }
}

package org.resbench.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that the format's description forbids are refused with the reason.
 * @see "https://github.com/huggingface/safetensors, README, section Format; safetensors/src/tensor.rs" */
class SafetensorsFileTest {
    @TempDir Path folder;

    private Path file(String header, int dataBytes) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text);
        return Files.write(folder.resolve("w.safetensors"), bytes.array());
    }

    /** The bytes of a test of the reference implementation (tensor.rs, test_deserialization): one I32 tensor of zeros, padded with spaces
     * nowhere. */
    @Test void readsTheReferenceImplementationsExample() throws IOException {
        Path path = Files.write(folder.resolve("w.safetensors"),
                ("<\0\0\0\0\0\0\0{\"test\":{\"dtype\":\"I32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")
                        .getBytes(StandardCharsets.UTF_8));
        SafetensorsFile file = SafetensorsFile.open(path);
        assertThat(file.tensors()).containsOnlyKeys("test");
        assertThat(file.tensors().get("test").type()).isEqualTo(ElementType.I32);
        assertThat(file.tensors().get("test").shape()).containsExactly(2L, 2L);
        assertThatThrownBy(() -> file.read("test")).isInstanceOf(WeightsException.class).hasMessageContaining("'test' is I32");
    }

    /** Bits by IEEE 754: binary16 3555 is 1365 * 2^-12 and 7bff 65504, 0001 the smallest subnormal 2^-24; bfloat16 is the upper half of
     * float32. */
    @ParameterizedTest
    @CsvSource({"F16, 5535, 0.333251953125", "F16, ff7b, 65504", "F16, 0100, 5.9604644775390625E-8", "F16, 00c0, -2", "F16, 007c, Infinity",
        "F16, 0080, -0.0", "BF16, 803f, 1", "BF16, 49c0, -3.140625", "F64, 000000000000f0bf, -1", "F32, db0f4940, 3.14159274"})
    void elementsAreReadAsTheirTypesSay(String type, String hexadecimal, float expected) throws IOException {
        byte[] data = HexFormat.of().parseHex(hexadecimal);
        Path path = file("{\"a\":{\"dtype\":\"" + type + "\",\"shape\":[],\"data_offsets\":[0," + data.length + "]}}", 0);
        Files.write(path, data, java.nio.file.StandardOpenOption.APPEND);
        assertThat(SafetensorsFile.open(path).read("a")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} "
                + "| 12 | 'b' lies at bytes 4 to 12 and overlaps 'a'",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[12,16]}} "
                + "| 16 | leaves a hole after 'a'; it must begin at 8",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} | 12 | leaves a hole after the header",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 4 | only 4 follow the header: the file is cut short",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 9 | 1 bytes at its end belong to no tensor",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | 8 | a F32 tensor of shape [3] takes 12 bytes",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | 8 | ends before it begins",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}} | 8 | which no file can hold",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904],\"data_offsets\":[0,8]}} | 8 | which no file can hold",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,99999999999999999999]}} | 8 | data_offsets must be a list",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | 8 | shape must be a list",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}} | 8 | shape must be a list",
        "{\"a\":{\"dtype\":\"F31\",\"shape\":[2],\"data_offsets\":[0,8]}} | 8 | unknown dtype 'F31'; known: BOOL",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}} | 8 | must have dtype, shape and two data_offsets",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"x\":1}} | 8 | unknown key 'x'",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | "
                + "8 | names 'a' twice",
        "{\"a\":7} | 0 | 'a' must be an object",
        "{\"__metadata__\":{\"k\":7}} | 0 | __metadata__.k must be text",
        "{\"a\": | 0 | header is no JSON",
        "[1] | 0 | does not begin with '{'"})
    void whatTheFormatForbidsIsRefusedWithTheReason(String header, int dataBytes, String reason) throws IOException {
        Path path = file(header, dataBytes);
        assertThatThrownBy(() -> SafetensorsFile.open(path)).isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(path + ": ").hasMessageContaining(reason);
    }

    @Test void aHeaderLongerThanTheFileOrTheLimitIsRefusedBeforeAnythingIsAllocated() throws IOException {
        Path path = folder.resolve("w.safetensors");
        for (long length : new long[] {100_000_001, Long.MAX_VALUE, -1, 1000}) {
            Files.write(path, ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
            assertThatThrownBy(() -> SafetensorsFile.open(path)).isInstanceOf(WeightsException.class)
                    .hasMessageContaining(length == 1000 ? "is cut short" : "must be at most 100000000");
        }
        Files.write(path, new byte[7]);
        assertThatThrownBy(() -> SafetensorsFile.open(path)).hasMessageContaining("has 7 bytes");
    }

    /** 40 GB that take no room on disk: the header is all that is read, and the tensor is refused for its size. */
    @Test void aHugeTensorIsRefusedOnlyWhenItIsAskedFor() throws IOException {
        long bytes = 40_000_000_000L;
        Path path = file("{\"a\":{\"dtype\":\"F32\",\"shape\":[10000000000],\"data_offsets\":[0," + bytes + "]}}", 0);
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.setLength(sparse.length() + bytes);
        }
        SafetensorsFile file = SafetensorsFile.open(path);
        assertThat(file.tensors().get("a").size()).isEqualTo(10_000_000_000L);
        assertThatThrownBy(() -> file.read("a")).isInstanceOf(WeightsException.class).hasMessageContaining("more than fit into an array");
    }

    @Test void aMissingFileAndAFolderAreNamed() {
        assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("nowhere"))).isInstanceOf(WeightsException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> SafetensorsFile.open(folder)).isInstanceOf(WeightsException.class).hasMessageContaining("is a folder");
    }

    @Test void whatIsWrittenIsReadBackBitByBitAndAlwaysTheSameBytes() throws IOException {
        float[] values = {1.5f, -0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 3e38f};
        Map<String, Tensor> tensors = Map.of("b", new Tensor(List.of(2, 3), values), "a", Tensor.vector(), "c",
                new Tensor(List.of(), new float[] {7}));
        Path one = folder.resolve("one.safetensors");
        Path other = folder.resolve("other.safetensors");
        SafetensorsWriter.write(one, tensors, Map.of("k", "v \"ä\"", "j", ""));
        SafetensorsWriter.write(other, new java.util.TreeMap<>(tensors), Map.of("j", "", "k", "v \"ä\""));
        assertThat(one).hasSameBinaryContentAs(other);
        SafetensorsFile file = SafetensorsFile.open(one);
        assertThat(file.metadata()).isEqualTo(Map.of("j", "", "k", "v \"ä\""));
        assertThat(file.tensors().get("b").shape()).containsExactly(2L, 3L);
        assertThat(file.read("b")).isEqualTo(values);
        assertThat(file.read("a")).isEmpty();
        assertThat(file.read("c")).containsExactly(7);
        assertThat(ByteBuffer.wrap(Files.readAllBytes(one)).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8)
                .as("data begin at a multiple of 8").isZero();
    }
}

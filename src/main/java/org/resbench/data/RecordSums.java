package org.resbench.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/** CRC-32 of each record of a split, to say which one has changed; whether any has is for SHA-256 to say.
 * @param sums four bytes a record, big end first; empty for a data set stored without them */
record RecordSums(ByteBuffer sums) {
    /** @throws DataException if there is a file, but not of so many records */
    static RecordSums read(Path file, long records) throws IOException {
        ByteBuffer sums = ByteBuffer.wrap(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        if (Files.exists(file) && sums.capacity() != records * Integer.BYTES) {
            throw new DataException(file + ": has " + sums.capacity() + " bytes, but " + records
                    + " records need " + records * Integer.BYTES + "; records are missing or too many: " + Stored.remedy(file.getParent()));
        }
        return new RecordSums(sums);
    }

    static void write(Path records, int recordBytes, Path file) throws IOException {
        ByteBuffer sums = ByteBuffer.allocate((int) (Files.size(records) / recordBytes) * Integer.BYTES);
        byte[] buffer = new byte[recordBytes];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(records), 1 << 16)) {
            while (sums.hasRemaining() && in.readNBytes(buffer, 0, recordBytes) == recordBytes) {
                sums.putInt(sum(buffer));
            }
        }
        Files.write(file, sums.array(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    boolean holds(int record, byte[] bytes) {
        return sums.capacity() == 0 || sums.getInt(record * Integer.BYTES) == sum(bytes);
    }

    private static int sum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}

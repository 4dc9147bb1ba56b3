package org.preclaim.reference.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.preclaim.reference.Dataset;

/**
 * What stands before the sections of a packed table: all of fixed width, little-endian, with a
 * checksum, so that one look tells a whole file from a damaged one.
 *
 * <pre>
 * magic 8 | version 4 | head bytes 4 | file bytes 8 | dataset 32
 * effective 8 | from 8 | until 8 (days since 1970-01-01) | rows 8 | sections 4 | zero 4
 * each section: name 16 | offset 8 | bytes 8
 * checksum of all above 4 | zero 4
 * </pre>
 */
record TableHead(
    Dataset dataset, TableSpan span, long rows, long fileBytes, Map<String, Extent> sections) {

  /** Where a section lies. */
  record Extent(int offset, int bytes) {}

  private static final byte[] MAGIC = "PRECLAIM".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int DATASET_BYTES = 32;
  private static final int NAME_BYTES = 16;
  private static final int FIXED_BYTES = 96;
  private static final int SECTION_BYTES = 32;
  private static final int CHECKSUM_BYTES = 8;
  private static final int SECTIONS_MAX = 64;

  static int bytes(int sections) {
    return FIXED_BYTES + sections * SECTION_BYTES + CHECKSUM_BYTES;
  }

  void write(ByteBuffer out) {
    out.put(MAGIC).putInt(VERSION).putInt(bytes(sections.size())).putLong(fileBytes);
    putText(out, dataset.word(), DATASET_BYTES);
    out.putLong(span.effective().toEpochDay());
    out.putLong(span.from().toEpochDay()).putLong(span.until().toEpochDay());
    out.putLong(rows).putInt(sections.size()).putInt(0);
    sections.forEach(
        (name, extent) -> {
          putText(out, name, NAME_BYTES);
          out.putLong(extent.offset()).putLong(extent.bytes());
        });
    out.putInt(checksum(out, out.position())).putInt(0);
  }

  private static void putText(ByteBuffer out, String text, int width) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > width) {
      throw new IllegalArgumentException("`" + text + "` has more than " + width + " bytes");
    }
    out.put(Arrays.copyOf(bytes, width));
  }

  private static int checksum(ByteBuffer whole, int end) {
    CRC32C checksum = new CRC32C();
    checksum.update(whole.duplicate().position(0).limit(end));
    return (int) checksum.getValue();
  }

  static TableHead read(ByteBuffer whole) throws CorruptTableException {
    ByteBuffer in = whole.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < bytes(0)) {
      throw new CorruptTableException("it ends after " + in.remaining() + " bytes");
    }
    byte[] magic = new byte[MAGIC.length];
    in.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new CorruptTableException("it does not begin as a packed table does");
    }
    int version = in.getInt();
    if (version != VERSION) {
      throw new CorruptTableException(
          "it is of version " + version + ", expected " + VERSION + ": import its files again");
    }
    return checked(in);
  }

  private static TableHead checked(ByteBuffer in) throws CorruptTableException {
    int headBytes = in.getInt();
    long fileBytes = in.getLong();
    if (fileBytes != in.limit()) {
      throw new CorruptTableException("it has " + in.limit() + " bytes, expected " + fileBytes);
    }
    boolean possible =
        headBytes >= bytes(0) && headBytes <= Math.min(bytes(SECTIONS_MAX), fileBytes);
    int end = headBytes - CHECKSUM_BYTES;
    if (!possible || in.getInt(end) != checksum(in, end)) {
      throw new CorruptTableException("its head does not have the checksum that it names");
    }
    return fields(in, fileBytes);
  }

  private static TableHead fields(ByteBuffer in, long fileBytes) throws CorruptTableException {
    Dataset dataset = dataset(text(in, DATASET_BYTES));
    LocalDate effective = LocalDate.ofEpochDay(in.getLong());
    LocalDate from = LocalDate.ofEpochDay(in.getLong());
    TableSpan span = new TableSpan(effective, from, LocalDate.ofEpochDay(in.getLong()));
    long rows = in.getLong();
    int count = in.getInt();
    in.getInt();
    Map<String, Extent> sections = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      sections.put(text(in, NAME_BYTES), new Extent((int) in.getLong(), (int) in.getLong()));
    }
    return new TableHead(dataset, span, rows, fileBytes, sections);
  }

  private static Dataset dataset(String word) throws CorruptTableException {
    return Arrays.stream(Dataset.values())
        .filter(dataset -> dataset.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new CorruptTableException("it holds the dataset `" + word + "`, unknown here"));
  }

  private static String text(ByteBuffer in, int width) {
    byte[] bytes = new byte[width];
    in.get(bytes);
    return new String(bytes, StandardCharsets.US_ASCII).replace("\0", "");
  }
}

package org.preclaim.reference.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preclaim.reference.Dataset;

/** A packed table in the making. The same sections give the same bytes. */
public final class TableDraft {

  private static final int ALIGNMENT = 8;

  private final Dataset dataset;
  private final TableSpan span;
  private final long rows;
  private final Map<String, ByteBuffer> sections = new LinkedHashMap<>();

  /**
   * A table without sections.
   *
   * @param rows how many rows of official files it is made of
   */
  public TableDraft(Dataset dataset, TableSpan span, long rows) {
    this.dataset = dataset;
    this.span = span;
    this.rows = rows;
  }

  /** Adds a section of four bytes for each value. */
  public TableDraft section(String name, int[] values) {
    ByteBuffer bytes = buffer(Math.multiplyExact(values.length, Integer.BYTES));
    bytes.asIntBuffer().put(values);
    return add(name, bytes);
  }

  /** Adds a section of eight bytes for each value. */
  public TableDraft section(String name, long[] values) {
    ByteBuffer bytes = buffer(Math.multiplyExact(values.length, Long.BYTES));
    bytes.asLongBuffer().put(values);
    return add(name, bytes);
  }

  /** Adds a section of two bytes for each value. */
  public TableDraft section(String name, short[] values) {
    ByteBuffer bytes = buffer(Math.multiplyExact(values.length, Short.BYTES));
    bytes.asShortBuffer().put(values);
    return add(name, bytes);
  }

  /** Adds a section of bytes. */
  public TableDraft section(String name, byte[] values) {
    return add(name, ByteBuffer.wrap(values));
  }

  /** Adds a section of few texts, read by {@link PackedTexts}. */
  public TableDraft section(String name, List<String> texts) {
    return section(name, String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private TableDraft add(String name, ByteBuffer bytes) {
    if (sections.put(name, bytes) != null) {
      throw new IllegalArgumentException("a second section `" + name + "`");
    }
    return this;
  }

  /** The table. */
  public PackedTable build() {
    Map<String, TableHead.Extent> extents = new LinkedHashMap<>();
    int end = TableHead.bytes(sections.size());
    for (Map.Entry<String, ByteBuffer> section : sections.entrySet()) {
      extents.put(section.getKey(), new TableHead.Extent(end, section.getValue().limit()));
      end = Math.addExact(end, aligned(section.getValue().limit()));
    }
    ByteBuffer whole = buffer(end);
    new TableHead(dataset, span, rows, end, extents).write(whole);
    for (ByteBuffer section : sections.values()) {
      int begin = whole.position();
      whole.put(section.duplicate().clear()).position(begin + aligned(section.limit()));
    }
    return PackedTable.of(whole.clear());
  }

  private static int aligned(int bytes) {
    return Math.multiplyExact(Math.floorDiv(bytes + ALIGNMENT - 1, ALIGNMENT), ALIGNMENT);
  }
}

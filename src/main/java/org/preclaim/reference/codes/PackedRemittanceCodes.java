package org.preclaim.reference.codes;

import java.nio.IntBuffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.RemittanceCodes;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.DayWindow;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.SortedKeys;
import org.preclaim.reference.pack.TextKey;

/** Reason and remark codes in a packed table: twelve bytes a code, each list for itself. */
public final class PackedRemittanceCodes implements RemittanceCodes {

  private final Vintage vintage;
  private final Codes reasons;
  private final Codes remarks;

  /** A list in two sections. */
  private record Codes(SortedKeys codes, IntBuffer windows) {
    static Codes of(PackedTable table, Kind kind) throws CorruptTableException {
      return new Codes(
          new SortedKeys(table.section(codesOf(kind))),
          table.section(windowsOf(kind)).asIntBuffer());
    }
  }

  /** The codes in {@code table}. */
  public PackedRemittanceCodes(PackedTable table) throws CorruptTableException {
    this.vintage = table.vintage();
    this.reasons = Codes.of(table, Kind.REASON);
    this.remarks = Codes.of(table, Kind.REMARK);
  }

  /** The section of the codes of a list. */
  static String codesOf(Kind kind) {
    return switch (kind) {
      case REASON -> "reasons";
      case REMARK -> "remarks";
    };
  }

  /** The section of the days from which and until which its codes are used. */
  static String windowsOf(Kind kind) {
    return switch (kind) {
      case REASON -> "reason-windows";
      case REMARK -> "remark-windows";
    };
  }

  @Override
  public Vintage vintage() {
    return vintage;
  }

  @Override
  public @Nullable Use find(Kind kind, String code) {
    Codes list =
        switch (kind) {
          case REASON -> reasons;
          case REMARK -> remarks;
        };
    int at = list.codes().find(TextKey.of(code));
    if (at < 0) {
      return null;
    }
    int window = list.windows().get(at);
    LocalDate last = DayWindow.last(window);
    return new Use(DayWindow.first(window), last == null ? null : last.plusDays(1));
  }
}

package org.preclaim.reference.codes;

import java.time.LocalDate;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;

/**
 * HCPCS Level II in a packed table: twelve bytes a code. Besides the codes it holds the Level II
 * modifiers, so that one of two characters may be asked for too.
 */
public final class PackedHcpcs implements HcpcsTable {

  private final Vintage vintage;
  private final ValidityWindows windows;

  /** The codes in {@code table}. */
  public PackedHcpcs(PackedTable table) throws CorruptTableException {
    this.vintage = table.vintage();
    this.windows = new ValidityWindows(table);
  }

  @Override
  public Vintage vintage() {
    return vintage;
  }

  @Override
  public Standing standing(String code, LocalDate date) {
    if (windows.find(code, date) >= 0) {
      return Standing.VALID;
    }
    return windows.knows(code) ? Standing.OUT_OF_DATE : Standing.UNKNOWN;
  }
}

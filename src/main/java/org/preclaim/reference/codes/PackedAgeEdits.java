package org.preclaim.reference.codes;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.AgeEdits;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;

/**
 * The Medicare Code Editor's dated diagnoses in a packed table: thirteen bytes a row. The file has
 * every valid code with its days, so that it answers as a table of diagnoses as well.
 */
public final class PackedAgeEdits implements AgeEdits, DiagnosisTable {

  static final String AGES = "ages";

  /** Where a row's code goes with any age. */
  static final byte ANY_AGE = 0;

  private final Vintage vintage;
  private final ValidityWindows windows;
  private final ByteBuffer ages;

  /** The edits in {@code table}. */
  public PackedAgeEdits(PackedTable table) throws CorruptTableException {
    this.vintage = table.vintage();
    this.windows = new ValidityWindows(table);
    this.ages = table.section(AGES);
  }

  @Override
  public Vintage vintage() {
    return vintage;
  }

  @Override
  public @Nullable Ages find(String code, LocalDate date) {
    int at = windows.find(code, date);
    byte mark = at < 0 ? ANY_AGE : ages.get(at);
    return mark == ANY_AGE ? null : AgeGroup.marked(mark).on(date);
  }

  /**
   * {@inheritDoc} The file lists no headers: a code is one while longer ones begin with it. A code
   * that became a header is told as such, since more characters are what it needs.
   */
  @Override
  public Standing standing(String code, LocalDate date) {
    if (windows.find(code, date) >= 0) {
      return Standing.VALID;
    }
    if (code.length() >= PackedDiagnoses.CATEGORY_LENGTH && windows.leadsOn(code, date)) {
      return Standing.HEADER;
    }
    return windows.knows(code) ? Standing.OUT_OF_DATE : Standing.UNKNOWN;
  }
}

package org.preclaim.reference.codes;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.SortedKeys;
import org.preclaim.reference.pack.TextKey;

/**
 * One release of ICD-10-CM in a packed table: nine bytes a code. Its file has no dates, so that a
 * code which is not in it is unknown; with the dated rows of the Medicare Code Editor beside it,
 * one that was valid before, or will be, is told from one that never was.
 */
public final class PackedDiagnoses implements DiagnosisTable {

  static final String CODES = "codes";
  static final String VALID = "valid";

  /** How many characters the shortest header has. */
  static final int CATEGORY_LENGTH = 3;

  private final Vintage vintage;
  private final SortedKeys codes;
  private final ByteBuffer valid;
  private final @Nullable DiagnosisTable dated;

  /** The codes in {@code table}. */
  public PackedDiagnoses(PackedTable table) throws CorruptTableException {
    this(table.vintage(), new SortedKeys(table.section(CODES)), table.section(VALID), null);
  }

  private PackedDiagnoses(
      Vintage vintage, SortedKeys codes, ByteBuffer valid, @Nullable DiagnosisTable dated) {
    this.vintage = vintage;
    this.codes = codes;
    this.valid = valid;
    this.dated = dated;
  }

  /** The same codes, with a table that is asked for those which are not among them. */
  public PackedDiagnoses beside(DiagnosisTable table) {
    return new PackedDiagnoses(vintage, codes, valid, table);
  }

  @Override
  public Vintage vintage() {
    return vintage;
  }

  @Override
  public Standing standing(String code, LocalDate date) {
    int at = codes.find(TextKey.of(code));
    if (at >= 0) {
      return valid.get(at) == 0 ? Standing.HEADER : Standing.VALID;
    }
    if (leadsOn(code)) {
      return Standing.HEADER;
    }
    return dated == null ? Standing.UNKNOWN : dated.standing(code, date);
  }

  /** Whether longer codes begin with {@code code}: those with fillers in it are not listed. */
  private boolean leadsOn(String code) {
    long key = TextKey.of(code);
    if (key == TextKey.NONE || code.length() < CATEGORY_LENGTH) {
      return false;
    }
    int next = codes.first(key + 1);
    return next < codes.size() && codes.get(next) < TextKey.after(code);
  }
}

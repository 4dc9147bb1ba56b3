package org.preclaim.reference.ncci;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.MueEdit;
import org.preclaim.reference.MueTable;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CodeIndex;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.PackedTexts;

/** Medically unlikely edits, packed: a value of each column for each code, in the codes' order. */
public final class PackedMue implements MueTable {

  static final String CODES = "codes";
  static final String UNITS = "units";
  static final String ADJUDICATIONS = "adjudications";
  static final String ROW_RATIONALES = "row-rationales";
  static final String RATIONALES = "rationales";

  private final Vintage vintage;
  private final CodeIndex codes;
  private final ByteBuffer units;
  private final ByteBuffer adjudications;
  private final ByteBuffer rowRationales;
  private final PackedTexts rationales;

  /**
   * The limits in {@code table}.
   *
   * @throws CorruptTableException where its sections do not fit together
   */
  public PackedMue(PackedTable table) throws CorruptTableException {
    this.vintage = table.vintage();
    this.codes = CodeIndex.in(table.section(CODES));
    this.units = table.section(UNITS);
    this.adjudications = table.section(ADJUDICATIONS);
    this.rowRationales = table.section(ROW_RATIONALES);
    this.rationales = PackedTexts.in(table.section(RATIONALES));
    boolean fits =
        units.limit() == codes.size() * Integer.BYTES
            && adjudications.limit() == codes.size()
            && rowRationales.limit() == codes.size();
    if (!fits) {
      throw new CorruptTableException("its sections do not fit together");
    }
  }

  @Override
  public Vintage vintage() {
    return vintage;
  }

  @Override
  public @Nullable MueEdit find(String code) {
    int place = codes.find(code);
    return place < 0
        ? null
        : new MueEdit(
            code,
            units.getInt(place * Integer.BYTES),
            adjudications.get(place),
            rationales.get(rowRationales.get(place)));
  }
}

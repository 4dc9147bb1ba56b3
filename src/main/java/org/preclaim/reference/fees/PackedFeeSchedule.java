package org.preclaim.reference.fees;

import java.nio.IntBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.FeeSchedule;
import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.SortedKeys;
import org.preclaim.reference.pack.TextKey;

/** The physician fee schedule's indicators in a packed table: twelve bytes an entry. */
public final class PackedFeeSchedule implements FeeSchedule {

  static final String CODES = "codes";
  static final String INDICATORS = "indicators";

  private final Vintage vintage;
  private final SortedKeys codes;
  private final IntBuffer indicators;

  /** The schedule in {@code table}. */
  public PackedFeeSchedule(PackedTable table) throws CorruptTableException {
    this.vintage = table.vintage();
    this.codes = new SortedKeys(table.section(CODES));
    this.indicators = table.section(INDICATORS).asIntBuffer();
  }

  @Override
  public Vintage vintage() {
    return vintage;
  }

  @Override
  public @Nullable FeeScheduleEntry find(String code, String modifier) {
    boolean possible = code.length() == CodeKey.LENGTH;
    int at = possible ? codes.find(TextKey.of(code + modifier)) : -1;
    return at < 0 ? null : Indicators.entry(code, modifier, indicators.get(at));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "fee schedule of %s", vintage.effective());
  }
}

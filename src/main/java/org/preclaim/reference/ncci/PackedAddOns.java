package org.preclaim.reference.ncci;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.AddOnEdit;
import org.preclaim.reference.AddOnTable;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CodeIndex;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.DateKey;
import org.preclaim.reference.pack.PackedTable;

/**
 * Add-on codes, packed: the rows of an add-on code stand together, each with its type, primary
 * code, first and last day.
 */
public final class PackedAddOns implements AddOnTable {

  static final String CODES = "codes";
  static final String STARTS = "starts";
  static final String TYPES = "types";
  static final String PRIMARIES = "primaries";
  static final String FIRST_DAYS = "first-days";
  static final String LAST_DAYS = "last-days";

  /** A type for codes that have some primaries named and others left open. */
  private static final int NAMED_AND_OTHERS = 3;

  private final Vintage vintage;
  private final CodeIndex codes;
  private final int[] starts;
  private final ByteBuffer types;
  private final int[] primaries;
  private final int[] firstDays;
  private final int[] lastDays;

  /**
   * The add-on codes in {@code table}.
   *
   * @throws CorruptTableException where its sections do not fit together
   */
  public PackedAddOns(PackedTable table) throws CorruptTableException {
    this.vintage = table.vintage();
    this.codes = CodeIndex.in(table.section(CODES));
    this.starts = numbers(table.section(STARTS));
    this.types = table.section(TYPES);
    this.primaries = numbers(table.section(PRIMARIES));
    this.firstDays = numbers(table.section(FIRST_DAYS));
    this.lastDays = numbers(table.section(LAST_DAYS));
    int rows = types.limit();
    boolean fits =
        starts.length == codes.size() + 1
            && starts[starts.length - 1] == rows
            && primaries.length == rows
            && firstDays.length == rows
            && lastDays.length == rows;
    if (!fits) {
      throw new CorruptTableException("its sections do not fit together");
    }
  }

  private static int[] numbers(ByteBuffer section) {
    int[] numbers = new int[section.remaining() / Integer.BYTES];
    section.asIntBuffer().get(numbers);
    return numbers;
  }

  @Override
  public Vintage vintage() {
    return vintage;
  }

  @Override
  public @Nullable AddOnEdit find(String code, LocalDate date) {
    int place = codes.find(code);
    if (place < 0) {
      return null;
    }
    int day = DateKey.of(date);
    int type = 0;
    boolean contractorDefined = false;
    Set<String> named = new HashSet<>();
    for (int row = starts[place]; row < starts[place + 1]; row++) {
      if (firstDays[row] > day || day > lastDays[row]) {
        continue;
      }
      type = type == 0 || type == types.get(row) ? types.get(row) : NAMED_AND_OTHERS;
      if (primaries[row] == CodeKey.NONE) {
        contractorDefined = true;
      } else {
        named.add(CodeKey.text(primaries[row]));
      }
    }
    return type == 0 ? null : new AddOnEdit(code, type, named, contractorDefined);
  }
}

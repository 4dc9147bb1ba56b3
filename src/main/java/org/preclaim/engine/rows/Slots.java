package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.rows.ValueType.UnfitCell;
import org.preclaim.table.PolicyRow;

/**
 * The values that a shape's rule takes from a row: which cell each comes from, in which type, and
 * the text that stands around it in the header.
 */
final class Slots {

  /**
   * A value of a row.
   *
   * @param type what the rule takes
   * @param template the literal as the header writes it, with stand-ins
   * @param column where the first stand-in's cell is
   */
  record Slot(ValueType type, String template, int column) {}

  private final List<Slot> slots = new ArrayList<>();

  /** The index of a value; equal ones share one. */
  int add(ValueType type, String template) {
    Slot slot = new Slot(type, template, Placeholders.columnIn(template));
    int known = slots.indexOf(slot);
    if (known >= 0) {
      return known;
    }
    slots.add(slot);
    return slots.size() - 1;
  }

  /** The values of {@code row}; {@code null} where a cell is unfit, which is reported. */
  @Nullable Object @Nullable [] values(
      PolicyRow row, Map<Integer, Snippet> snippets, boolean escapesQuotes, Complaints complaints) {
    SortedMap<Integer, List<String>> pieces = new TreeMap<>();
    Object[] values = new Object[slots.size()];
    boolean fit = true;
    for (int index = 0; index < values.length; index++) {
      Slot slot = slots.get(index);
      Snippet snippet = snippets.get(slot.column());
      String cell = row.cells().get(slot.column());
      if (snippet == null || cell == null) {
        continue;
      }
      try {
        if (!pieces.containsKey(slot.column())) {
          pieces.put(slot.column(), CellText.pieces(snippet, cell, escapesQuotes));
        }
        values[index] = value(slot, snippet, pieces);
      } catch (UnfitCell unfit) {
        complaints.cell(row, snippet.column(), unfit.code(), unfit.reason());
        fit = false;
      }
    }
    return fit ? values : null;
  }

  private static @Nullable Object value(
      Slot slot, Snippet snippet, SortedMap<Integer, List<String>> pieces) throws UnfitCell {
    if (snippet.use() == Snippet.Use.LISTED) {
      return slot.type().readItems(pieces.getOrDefault(slot.column(), List.of()));
    }
    if (snippet.use() == Snippet.Use.REPEATED
        && Placeholders.partIn(slot.template())
            >= pieces.getOrDefault(slot.column(), List.of()).size()) {
      return null;
    }
    String literal =
        Placeholders.fill(
            slot.template(),
            (column, part) -> {
              List<String> of = pieces.getOrDefault(column, List.of(""));
              return of.get(part == Placeholders.WHOLE ? 0 : Math.min(part, of.size() - 1));
            });
    return slot.type().read(literal);
  }
}

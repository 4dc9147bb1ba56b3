package org.preclaim.table.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.table.CellKind;
import org.preclaim.table.WorkbookContent.LabelledCell;

/**
 * A cell that does not say the same before and after.
 *
 * @param label of its column, as it is now
 * @param manner how it differs
 * @param before absent where it was blank
 * @param after absent where it is blank
 * @param itemsRemoved of a list, those that are gone; empty for a cell that is no list
 * @param itemsAdded of a list, those that are new
 */
public record CellChange(
    String label,
    Manner manner,
    @Nullable Content before,
    @Nullable Content after,
    List<String> itemsRemoved,
    List<String> itemsAdded) {

  /** How a cell differs. */
  public enum Manner {
    /** It says something else. */
    VALUE("value"),
    /** The same date, or the same items in another order or form. */
    WRITING("writing"),
    /** Only blanks and line breaks differ. */
    BLANKS("blanks");

    private final String word;

    Manner(String word) {
      this.word = word;
    }

    /** The word in reports. */
    public String word() {
      return word;
    }
  }

  /**
   * What a cell held.
   *
   * @param cell its address, for instance {@code B9}
   * @param text as it stands in the file
   */
  public record Content(String cell, String text) {
    static @Nullable Content of(@Nullable LabelledCell cell) {
      return cell == null ? null : new Content(cell.address(), cell.text());
    }
  }

  /** Copies the lists. */
  public CellChange {
    itemsRemoved = List.copyOf(itemsRemoved);
    itemsAdded = List.copyOf(itemsAdded);
  }

  /** What differs between two cells of one column; empty where nothing does. */
  static Optional<CellChange> between(
      String label, @Nullable LabelledCell before, @Nullable LabelledCell after) {
    String old = before == null ? "" : before.text();
    String now = after == null ? "" : after.text();
    if (old.equals(now)) {
      return Optional.empty();
    }
    CellKind kind = kind(before, after);
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    if (before != null && after != null && CellValue.isList(kind)) {
      List<String> was = CellValue.items(kind, old);
      List<String> is = CellValue.items(kind, now);
      removed.addAll(without(was, is));
      added.addAll(without(is, was));
    }
    return Optional.of(
        new CellChange(
            label,
            CellValue.manner(kind, old, now),
            Content.of(before),
            Content.of(after),
            removed,
            added));
  }

  /** The kind is that of the header; where it changed, both are text. */
  private static CellKind kind(@Nullable LabelledCell before, @Nullable LabelledCell after) {
    LabelledCell one = Objects.requireNonNullElse(before, after);
    LabelledCell other = Objects.requireNonNullElse(after, before);
    return one.kind() == other.kind() ? one.kind() : CellKind.TEXT;
  }

  /** Those of {@code items} that are not in {@code others}, as often as they are not. */
  private static List<String> without(List<String> items, List<String> others) {
    List<String> left = new ArrayList<>(items);
    others.forEach(left::remove);
    return left;
  }
}

package org.preclaim.reference.source;

import static org.preclaim.reference.source.ReferenceProblemCode.HEADER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the columns of a table stand, found by what their heads say: the order and the spelling
 * change from release to release.
 */
public record NamedColumns(List<Integer> places) {

  /** The letters of a head, in lower case. */
  public static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** Whether the row is the head of a table: its first field begins with these letters. */
  public static boolean isHeader(SourceRow row, String letters) {
    return letters(row.field(0)).startsWith(letters);
  }

  /**
   * The columns of {@code header}, in the order of {@code names}; missing ones and those that stand
   * there twice are problems, and then there is no answer.
   *
   * @param names what the heads say or, with {@code julian} behind it, begin with; those of units
   *     end with it
   */
  public static Optional<NamedColumns> in(SourceRow header, List<String> names, ImportLog log) {
    long before = log.problemCount();
    List<Integer> places = new ArrayList<>();
    for (String name : names) {
      places.add(place(header, name, log));
    }
    return log.problemCount() > before ? Optional.empty() : Optional.of(new NamedColumns(places));
  }

  private static int place(SourceRow header, String name, ImportLog log) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String letters = letters(header.field(i)).replaceAll("julian$", "");
      if (letters.equals(letters(name)) || (name.startsWith("mue") && letters.endsWith(name))) {
        found.add(i);
      }
    }
    if (found.size() != 1) {
      log.problem(
          header.place(found.isEmpty() ? 0 : found.get(1)),
          HEADER,
          (found.isEmpty() ? "no column" : "more than one column")
              + " is headed `"
              + name
              + "`, expected one");
      return -1;
    }
    return found.get(0);
  }

  /** Where the column with this number in the list of names stands. */
  public int get(int name) {
    return places.get(name);
  }
}

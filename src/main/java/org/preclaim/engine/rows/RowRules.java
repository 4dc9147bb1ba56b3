package org.preclaim.engine.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.preclaim.release.ReleaseDigest;

/**
 * The rules that judge the rows of a workbook: one for each shape. They depend on headers and on
 * how rows are filled, never on what a cell says or on the order of rows.
 *
 * @param heading package and imports
 * @param byShape the rules by the number of their shape
 */
public record RowRules(String heading, SortedMap<Long, String> byShape) {

  /** How the rule of a shape is called. */
  static final Pattern NAME = Pattern.compile("rows (\\d{1,19})");

  /** How a message names the rule of a shape. */
  static final Pattern NAMED = Pattern.compile("row `rows (\\d{1,19})`: ");

  /** Copies the map. */
  public RowRules {
    byShape = Collections.unmodifiableSortedMap(new TreeMap<>(byShape));
  }

  /** All of them as one DRL file. */
  public String drl() {
    StringBuilder drl = new StringBuilder(heading);
    byShape.values().forEach(rule -> drl.append('\n').append(rule));
    return drl.toString();
  }

  /** The digest of {@link #drl}, lower-case hex. */
  public String digest() {
    return ReleaseDigest.of(drl().getBytes(UTF_8));
  }

  /** Whether rows with the shapes of {@code other} can be judged by these rules. */
  public boolean cover(RowRules other) {
    return heading.equals(other.heading) && byShape.keySet().containsAll(other.byShape.keySet());
  }

  /** These rules, and those of {@code other}, which has the same heading. */
  public RowRules with(RowRules other) {
    SortedMap<Long, String> all = new TreeMap<>(byShape);
    all.putAll(other.byShape);
    return new RowRules(heading, all);
  }

  /** The shape whose rule stands on {@code line} of {@link #drl}, from 1; 0 where none does. */
  long shapeAt(int line) {
    int next = 1 + (int) heading.lines().count();
    for (Map.Entry<Long, String> rule : byShape.entrySet()) {
      next += 1 + (int) rule.getValue().lines().count();
      if (line < next) {
        return rule.getKey();
      }
    }
    return 0;
  }
}

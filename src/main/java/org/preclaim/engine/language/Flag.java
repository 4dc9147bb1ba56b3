package org.preclaim.engine.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason for which a payer would deny or question lines. What it says to people stands with the
 * policy that states it, not here.
 *
 * @param kind the warning's kind, for instance {@code not-reported-together}
 * @param severity {@code deny}, {@code risk} or {@code info}
 * @param atRisk the lines that would not be paid
 * @param with the lines they conflict with
 * @param codes codes the flag is about that no line reports
 * @param missing documentation elements that are missing
 * @param because see {@link Finding#because()}
 */
public record Flag(
    String kind,
    String severity,
    List<BilledLine> atRisk,
    List<BilledLine> with,
    List<String> codes,
    List<String> missing,
    @Nullable Statement because)
    implements Finding {

  /** What a kind, a severity, a code or an element may take: rules must not fill memory. */
  private static final int TEXT_LENGTH_MAX = 200;

  /** Copies the lists; throws {@link IllegalArgumentException} where a text is far too long. */
  public Flag {
    atRisk = List.copyOf(atRisk);
    with = List.copyOf(with);
    codes = List.copyOf(codes);
    missing = List.copyOf(missing);
    checkLength(kind);
    checkLength(severity);
    codes.forEach(Flag::checkLength);
    missing.forEach(Flag::checkLength);
  }

  private static void checkLength(String text) {
    if (text.length() > TEXT_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a text of a flag takes " + text.length() + " characters, at most " + TEXT_LENGTH_MAX);
    }
  }

  /** A flag on {@code line}. */
  public static Flag of(String kind, String severity, BilledLine line) {
    return new Flag(kind, severity, List.of(line), List.of(), List.of(), List.of(), null);
  }

  /** A flag on all of {@code lines}. */
  public static Flag on(String kind, String severity, List<BilledLine> lines) {
    return new Flag(kind, severity, lines, List.of(), List.of(), List.of(), null);
  }

  /** A note on {@code code}, which the performed procedures speak for but no line reports. */
  public static Flag unreported(String kind, String severity, String code) {
    return new Flag(kind, severity, List.of(), List.of(), List.of(code), List.of(), null);
  }

  /** The same with {@code other} at risk too. */
  public Flag and(BilledLine other) {
    List<BilledLine> both = new ArrayList<>(atRisk);
    both.add(other);
    return new Flag(kind, severity, both, with, codes, missing, because);
  }

  /** The same, in conflict with {@code other}. */
  public Flag with(BilledLine other) {
    List<BilledLine> more = new ArrayList<>(with);
    more.add(other);
    return new Flag(kind, severity, atRisk, more, codes, missing, because);
  }

  /** The same, about {@code code}, which is not the code of a line. */
  public Flag about(String code) {
    return new Flag(kind, severity, atRisk, with, List.of(code), missing, because);
  }

  /** The same with another severity. */
  public Flag severity(String word) {
    return new Flag(kind, word, atRisk, with, codes, missing, because);
  }

  /** The same, for lack of these documentation elements. */
  public Flag missing(List<String> elements) {
    return new Flag(kind, severity, atRisk, with, codes, elements, because);
  }

  /** The same, drawn from what a row stated or an official file says. */
  public Flag because(Statement statement) {
    return new Flag(kind, severity, atRisk, with, codes, missing, statement);
  }

  /** Whether a payer would mechanically deny the lines at risk. */
  public boolean denies() {
    return severity.equals("deny");
  }

  @Override
  public String inWords() {
    StringBuilder words = new StringBuilder(severity).append(" ").append(kind);
    atRisk.forEach(line -> words.append(", ").append(line));
    with.forEach(line -> words.append(", with ").append(line));
    codes.forEach(code -> words.append(", ").append(code));
    return words.toString();
  }
}

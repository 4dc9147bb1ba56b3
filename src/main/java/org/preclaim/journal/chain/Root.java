package org.preclaim.journal.chain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a journal in a line, written {@code seal@sequence}: whoever notes it elsewhere can
 * prove later that no entry up to there was changed, removed or added.
 *
 * @param seal of the batch that ends there
 * @param sequence of the last entry; 0 for a journal without entries
 */
public record Root(Hash seal, long sequence) {

  /** The root of a journal without entries. */
  public static final Root EMPTY = new Root(Hash.NONE, 0);

  private static final Pattern TEXT = Pattern.compile("([0-9a-f]{64})@([0-9]{1,18})");

  /** The root that {@code text} notes. */
  public static Optional<Root> parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    return parts.matches()
        ? Optional.of(new Root(new Hash(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return seal + "@" + sequence;
  }
}

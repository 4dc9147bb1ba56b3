package org.preclaim.engine.fence;

import org.preclaim.problem.Place;

/**
 * The DRL of one file, as it will be compiled.
 *
 * @param file where its author wrote it
 * @param drl its text
 * @param origin who wrote the text
 */
public record RuleSource(String file, String drl, Origin origin) {

  /** Who wrote DRL. */
  public enum Origin {
    /** A person, in a rule file: lines and columns are the author's own. */
    RULE_FILE,
    /** Preclaim, from a workbook whose headers hold snippets of code. */
    WORKBOOK
  }

  /** The DRL of {@code file}; what is no rule file was rendered from a workbook. */
  public static RuleSource of(String file, String drl) {
    return new RuleSource(file, drl, file.endsWith(".drl") ? Origin.RULE_FILE : Origin.WORKBOOK);
  }

  /** The author's place for a line and column of the text, both from 1. */
  Place place(int line, int column) {
    return switch (origin) {
      case RULE_FILE -> new Place.TextPosition(file, Math.max(1, line), Math.max(1, column));
      case WORKBOOK -> new Place.Cell(file, null, null);
    };
  }
}

package org.preclaim.release;

/**
 * A check that could not be made. It is told beside the problems, because silence would look like a
 * pass.
 *
 * @param check its name: an official table such as {@code mpfs}, or {@link #SCENARIOS}
 * @param detail what was left unchecked, and why
 */
public record NotChecked(String check, String detail) {

  /** The name of the check that lets the scenarios of workbooks run. */
  public static final String SCENARIOS = "scenarios";
}

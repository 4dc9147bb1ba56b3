package org.preclaim.lifecycle;

/** When the policies in the working folder are put in force as a service starts. */
public enum FolderRule {
  /**
   * Where they are others than those that were last taken from a folder, or nothing is in force.
   */
  WHEN_CHANGED,
  /** Where nothing is in force yet: after that the journal alone says what is. */
  AT_FIRST_ONLY
}

package org.preclaim.table;

import java.util.List;

/** Reads a policy family's workbook into its model. */
public final class WorkbookReader {

  /** A reader. */
  public WorkbookReader() {}

  /**
   * The model of a workbook, and all that is wrong with its form. What is wrong with its values is
   * told by {@link WorkbookLint}.
   *
   * @param file path below the policies folder; its name names the family
   * @param bytes the whole file
   */
  public WorkbookReading read(String file, byte[] bytes) {
    return new WorkbookReading(null, List.of());
  }
}

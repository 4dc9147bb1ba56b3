package org.preclaim.table;

import java.util.List;
import java.util.Map;
import org.preclaim.encounter.Vocabulary;

/** Reads the workbook of words and payer profiles. */
public final class VocabularyReader {

  /** The name of the workbook in the folder of decision tables. */
  public static final String FILE_NAME = "vocabulary.xlsx";

  /** A reader. */
  public VocabularyReader() {}

  /**
   * The words and payer profiles of a workbook, and all that is wrong with it.
   *
   * @param file path below the policies folder
   * @param bytes the whole file
   */
  public VocabularyReading read(String file, byte[] bytes) {
    return new VocabularyReading(new Vocabulary(Map.of()), List.of(), List.of());
  }
}

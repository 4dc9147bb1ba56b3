package org.preclaim.table;

import java.util.List;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Problem;

/**
 * What became of the bytes of the vocabulary workbook.
 *
 * @param vocabulary the words that could be read
 * @param payers the payer profiles that could be read, in sheet order
 * @param problems all that were found, by sheet, row and column
 */
public record VocabularyReading(
    Vocabulary vocabulary, List<PayerProfile> payers, List<Problem> problems) {

  /** Copies the lists. */
  public VocabularyReading {
    payers = List.copyOf(payers);
    problems = List.copyOf(problems);
  }
}

package org.preclaim.table;

import java.util.List;
import java.util.Map;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * What became of the bytes of the vocabulary workbook.
 *
 * @param vocabulary the words that could be read
 * @param payers the payer profiles that could be read, in sheet order
 * @param families the policy families that payer profiles name, and where
 * @param problems all that were found, by sheet, row and column
 */
public record VocabularyReading(
    Vocabulary vocabulary,
    List<PayerProfile> payers,
    Map<String, Place> families,
    List<Problem> problems) {

  /** Copies the collections. */
  public VocabularyReading {
    payers = List.copyOf(payers);
    families = Map.copyOf(families);
    problems = List.copyOf(problems);
  }
}

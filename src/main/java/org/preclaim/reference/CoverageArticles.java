package org.preclaim.reference;

import java.time.LocalDate;
import java.util.List;

/** Billing and coding articles of the Medicare Coverage Database. */
public interface CoverageArticles {

  /**
   * A group of diagnoses that supports a group of procedure codes in an article.
   *
   * @param article its displayed id, for instance {@code A12345}
   * @param group the number of the group of diagnoses
   * @param linked whether the article's text says which codes the group supports; where it does
   *     not, the article cannot be checked
   * @param covers whether a diagnosis asked for is in the group
   */
  record Coverage(String article, int group, boolean linked, boolean covers) {}

  /** Which release this is. */
  Vintage vintage();

  /**
   * For each article and group that speaks of {@code code} on {@code date}: whether one of {@code
   * diagnoses}, without dots, is in it.
   */
  List<Coverage> find(String code, List<String> diagnoses, LocalDate date);
}

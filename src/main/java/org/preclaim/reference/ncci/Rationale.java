package org.preclaim.reference.ncci;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why CMS has an edit: a category of the published column, in our words. Spelling and case differ
 * between releases, so a category is known by a phrase that only it has.
 */
interface Rationale {

  /** What it says, as the end of a sentence. */
  String words();

  /** The letters that only its published text has; what no text has, for the first of all. */
  String phrase();

  /** The category of a published text; the first of {@code categories} where it is new. */
  static <R extends Rationale> R of(R[] categories, String published) {
    String letters = published.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    for (R each : categories) {
      if (letters.contains(each.phrase())) {
        return each;
      }
    }
    return categories[0];
  }

  /** The place of a category among all of them. */
  static int number(Rationale[] categories, Rationale category) {
    return Arrays.asList(categories).indexOf(category);
  }

  /** The words of all categories by their number. */
  static List<String> allWords(Rationale[] categories) {
    return Arrays.stream(categories).map(Rationale::words).toList();
  }
}

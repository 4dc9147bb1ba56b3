package org.preclaim.reference.coverage;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which procedure codes a group of diagnoses supports. The export says so nowhere but in
 * prose, of which two forms are understood: codes of the article that are named, also as a range,
 * and groups of procedure codes. A paragraph that makes exceptions or asks for a second diagnosis
 * is not understood, whatever else it says: a wrong link would deny what is covered.
 */
final class ParagraphLink {

  /** Longer paragraphs are not read: prose that anybody wrote is far shorter. */
  static final int LENGTH_MAX = 20_000;

  private static final Pattern MARKUP = Pattern.compile("<[^<>]*>|&[A-Z0-9#]{1,8};");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Pattern BEYOND_US =
      Pattern.compile(
          "\\b(NOT|NO|EXCEPT|EXCEPTION|EXCLUD\\w*|OTHER THAN|UNLESS|SECONDARY|BOTH|DUAL|COMBINATION"
              + "|ADDITION|ALONG WITH|TOGETHER|TWO|ACCOMPANIED)\\b");

  private static final String LIST =
      "GROUPS? (?<groups>\\d{1,3}(?:(?: ?(?:,|-|–|&|AND|OR|TO|THROUGH)){1,2}"
          + " ?(?:GROUP )?\\d{1,3}){0,50})";
  private static final String PROCEDURE = "(?:CPT|HCPCS|PROCEDURE)\\b";
  private static final Pattern CODES_OF_GROUPS =
      Pattern.compile(PROCEDURE + "[^.;:]{0,60}?\\b(?:IN|FROM|UNDER|OF) (?:THE )?" + LIST);
  private static final Pattern GROUPS_OF_CODES = Pattern.compile("\\b" + LIST + " " + PROCEDURE);
  private static final Pattern OTHER_CODES = Pattern.compile("\\b(ICD|DIAGNOS\\w*)\\b");

  private static final Pattern GROUP =
      Pattern.compile("(\\d{1,3})(?: ?(?:-|–|TO|THROUGH) ?(?:GROUP )?(\\d{1,3}))?");
  private static final String CODE_SHAPE = "[0-9A-Z][0-9]{3}[0-9A-Z]";
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![0-9A-Z.])("
              + CODE_SHAPE
              + ")(?: ?(?:-|–|TO|THROUGH) ?("
              + CODE_SHAPE
              + "))?(?![0-9A-Z]|\\.[0-9A-Z])");

  private final Map<Integer, SortedSet<String>> procedures;
  private final NavigableSet<String> all = new TreeSet<>();

  /** Links to the procedure codes of an article, by their groups. */
  ParagraphLink(Map<Integer, SortedSet<String>> procedures) {
    this.procedures = procedures;
    procedures.values().forEach(all::addAll);
  }

  /** Every procedure code of the article. */
  Set<String> all() {
    return all;
  }

  /** The codes that the paragraph speaks of; none where that is not understood. */
  Set<String> codes(String paragraph) {
    Set<String> linked = new TreeSet<>();
    if (paragraph.length() > LENGTH_MAX) {
      return linked;
    }
    String text = plain(paragraph);
    if (!BEYOND_US.matcher(text).find()) {
      addGroups(text, CODES_OF_GROUPS, linked);
      addGroups(text, GROUPS_OF_CODES, linked);
      addNamed(text, linked);
    }
    return linked;
  }

  private static String plain(String paragraph) {
    String upper = paragraph.toUpperCase(Locale.ROOT).replace('\u00a0', ' ');
    return BLANKS.matcher(MARKUP.matcher(upper).replaceAll(" ")).replaceAll(" ").strip();
  }

  private void addGroups(String text, Pattern form, Set<String> linked) {
    Matcher mention = form.matcher(text);
    while (mention.find()) {
      if (!OTHER_CODES.matcher(mention.group()).find()) {
        addGroups(mention.group("groups"), linked);
      }
    }
  }

  private void addGroups(String list, Set<String> linked) {
    Matcher group = GROUP.matcher(list);
    while (group.find()) {
      int first = Integer.parseInt(group.group(1));
      int last = group.group(2) == null ? first : Integer.parseInt(group.group(2));
      procedures.forEach(
          (number, codes) -> {
            if (number >= first && number <= last) {
              linked.addAll(codes);
            }
          });
    }
  }

  private void addNamed(String text, Set<String> linked) {
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      String first = code.group(1);
      String last = code.group(2) == null ? first : code.group(2);
      if (first.compareTo(last) <= 0) {
        linked.addAll(all.subSet(first, true, last, true));
      }
    }
  }
}

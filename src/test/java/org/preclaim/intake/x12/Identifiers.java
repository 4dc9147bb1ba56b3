package org.preclaim.intake.x12;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The direct identifiers of people in an X12 text, found without any code of the reader. */
final class Identifiers {

  private Identifiers() {}

  /** Names, member numbers, addresses and references, word by word. */
  static Set<String> of(String text) {
    String element = Pattern.quote(text.substring(3, 4));
    String terminator = Pattern.quote(text.substring(105, 106));
    Set<String> identifiers = new HashSet<>();
    Set<String> organizations = new HashSet<>();
    for (String segment : text.split(terminator, -1)) {
      String[] parts = segment.strip().split(element, -1);
      boolean person =
          parts[0].equals("NM1") && Set.of("IL", "QC", "74").contains(parts[1].strip());
      boolean address = Set.of("N3", "REF", "PER").contains(parts[0]);
      if (parts[0].equals("NM1") && parts.length > 9 && Set.of("XX", "PI").contains(parts[8])) {
        organizations.add(parts[9]);
      }
      if (person) {
        Arrays.stream(parts).skip(3).forEach(part -> identifiers.addAll(words(part)));
      } else if (address) {
        Arrays.stream(parts)
            .skip(parts[0].equals("N3") ? 1 : 2)
            .forEach(part -> identifiers.addAll(words(part)));
      }
    }
    // Qualifiers, and what is too short to identify anybody.
    identifiers.removeIf(word -> word.length() < 3);
    // A test file may give a person the number of a provider or payer, which is a fact.
    identifiers.removeAll(organizations);
    return identifiers;
  }

  static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.split("[^A-Za-z0-9]+", -1)));
  }
}

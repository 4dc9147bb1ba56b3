package org.preclaim.encounter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words that analysts maintain: what kinds of procedure there are, which elements a record can
 * state, and so on. A word outside its list is an error wherever it comes in.
 */
public final class Vocabulary {

  private final Map<String, Set<String>> wordsByList;

  /** A vocabulary of these words by the name of their list. */
  public Vocabulary(Map<String, ? extends Set<String>> wordsByList) {
    Map<String, Set<String>> copy = new TreeMap<>();
    wordsByList.forEach((list, words) -> copy.put(list, new TreeSet<>(words)));
    this.wordsByList = Map.copyOf(copy);
  }

  /** Whether {@code list} holds {@code word}. */
  public boolean holds(String list, String word) {
    return words(list).contains(word);
  }

  /** The words of {@code list} in alphabetical order; none for an unknown list. */
  public Set<String> words(String list) {
    return wordsByList.getOrDefault(list, Set.of());
  }

  /** The names of the lists in alphabetical order. */
  public List<String> lists() {
    return wordsByList.keySet().stream().sorted().toList();
  }

  /** Whether each word of {@code other} is in the same list of this one. */
  public boolean holdsAll(Vocabulary other) {
    return other.lists().stream().allMatch(list -> words(list).containsAll(other.words(list)));
  }

  /**
   * The word of {@code list} that is nearest to {@code wrong}, if one is near enough to be meant.
   */
  public Optional<String> nearest(String list, String wrong) {
    return nearest(words(list), wrong);
  }

  /**
   * The one of {@code words} that is nearest to {@code wrong}, if one is near enough to be meant.
   */
  public static Optional<String> nearest(Iterable<String> words, String wrong) {
    List<String> near = new ArrayList<>();
    int limit = Math.max(2, wrong.length() / 3);
    for (String word : words) {
      if (distance(word, wrong) <= limit || (word.contains(wrong) && wrong.length() > 2)) {
        near.add(word);
      }
    }
    return near.stream()
        .min(
            Comparator.comparingInt((String word) -> distance(word, wrong))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters must be changed, added or dropped to make one word of the other. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[right.length()];
  }
}

package org.preclaim.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Some words, or all words except some.
 *
 * @param except whether {@code words} are those that are not accepted
 * @param words in the order of their cell
 */
record WordSet(boolean except, Set<String> words) implements ValueSet {

  /** Copies the words; their order stays. */
  WordSet {
    words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
  }

  /** These words and no others. */
  static WordSet of(Collection<String> words) {
    return new WordSet(false, new LinkedHashSet<>(words));
  }

  /** Every word but these. */
  static WordSet allBut(Collection<String> words) {
    return new WordSet(true, new LinkedHashSet<>(words));
  }

  @Override
  public boolean isEmpty() {
    return !except && words.isEmpty();
  }

  boolean contains(String word) {
    return except != words.contains(word);
  }

  @Override
  public WordSet and(ValueSet other) {
    WordSet that = (WordSet) other;
    if (except && that.except) {
      Set<String> both = new LinkedHashSet<>(words);
      both.addAll(that.words);
      return allBut(both);
    }
    WordSet listed = except ? that : this;
    WordSet filter = except ? this : that;
    return of(listed.words.stream().filter(filter::contains).toList());
  }

  /** The words that either accepts. */
  WordSet or(WordSet that) {
    return and(negated(), that.negated()).negated();
  }

  private static WordSet and(WordSet one, WordSet other) {
    return one.and(other);
  }

  /** The words that are not accepted here. */
  WordSet negated() {
    return new WordSet(!except, words);
  }

  @Override
  public WordSet without(ValueSet other) {
    return and(((WordSet) other).negated());
  }

  @Override
  public boolean containsAll(ValueSet other) {
    WordSet that = (WordSet) other;
    if (that.except) {
      return except && that.words.containsAll(words);
    }
    return except
        ? Collections.disjoint(words, that.words)
        : words.size() >= that.words.size() && words.containsAll(that.words);
  }
}

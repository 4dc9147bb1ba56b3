package org.preclaim.fuzz;

import java.util.List;

/**
 * A parser and what to try on it.
 *
 * @param name for the command line
 * @param corpus whole inputs, good ones and bad ones
 * @param words what its format is sensitive to
 * @param inputs how many mutations a build tries
 * @param parser reads an input and holds the answer to the contract
 */
record FuzzTarget(String name, List<Sample> corpus, List<String> words, int inputs, Parser parser) {

  /** Reads one input. */
  @FunctionalInterface
  interface Parser {
    /**
     * What becomes of {@code input}; any exception is a failure.
     *
     * @throws AssertionError where the answer breaks the contract
     */
    Answer read(Sample input) throws Exception;
  }

  /**
   * What became of an input.
   *
   * @param refused whether there was a problem
   * @param said all of the answer, the same each time
   */
  record Answer(boolean refused, String said) {}

  FuzzTarget {
    corpus = List.copyOf(corpus);
    words = List.copyOf(words);
  }
}

package org.preclaim.intake.json;

import java.io.InputStream;
import java.util.List;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * Reads encounters from JSON. One reader serves any number of inputs and threads. The methods throw
 * only {@link java.io.UncheckedIOException}, where the stream itself fails.
 */
public final class EncounterJson {

  private final Vocabulary vocabulary;
  private final JsonLimits limits;

  /** A reader that knows these words, with the usual limits. */
  public EncounterJson(Vocabulary vocabulary) {
    this(vocabulary, JsonLimits.DEFAULT);
  }

  /** A reader that knows these words, with these limits. */
  public EncounterJson(Vocabulary vocabulary, JsonLimits limits) {
    this.vocabulary = vocabulary;
    this.limits = limits;
  }

  /**
   * The one encounter in {@code in}. Of an input beyond the limit no more is read than tells so.
   * The stream is not closed.
   *
   * @param name what the sender calls the input, {@code -} where it has no name
   */
  public Admission read(InputStream in, String name) {
    return new Admission.Refused(
        null,
        List.of(
            new Problem(
                new Place.JsonPointer(""), "JSON-SYNTAX", name + vocabulary.lists() + limits)));
  }

  /**
   * The encounters in {@code in}, one on each line. The stream is closed with the result.
   *
   * @param name what the sender calls the input, {@code -} where it has no name
   */
  public EncounterLines readLines(InputStream in, String name) {
    return new EncounterLines();
  }
}

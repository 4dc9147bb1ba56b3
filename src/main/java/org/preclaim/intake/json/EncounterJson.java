package org.preclaim.intake.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Utf8;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * Reads encounters from JSON. One reader serves any number of inputs and threads. The methods throw
 * only {@link UncheckedIOException}, where the stream itself fails.
 */
public final class EncounterJson {

  private final Vocabulary vocabulary;
  private final JsonLimits limits;
  private final JsonTree tree;

  /** A reader that knows these words, with the usual limits. */
  public EncounterJson(Vocabulary vocabulary) {
    this(vocabulary, JsonLimits.DEFAULT);
  }

  /** A reader that knows these words, with these limits. */
  public EncounterJson(Vocabulary vocabulary, JsonLimits limits) {
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.tree = new JsonTree(limits);
  }

  /**
   * The one encounter in {@code in}. Of an input beyond the limit no more is read than tells so.
   * The stream is not closed.
   *
   * @param name what the sender calls the input, {@code -} where it has no name
   */
  public Admission read(InputStream in, String name) {
    try {
      byte[] bytes = in.readNBytes(limits.bytes() + 1);
      return admit(bytes, bytes.length > limits.bytes(), Places.document(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * The encounters in {@code in}, one on each line. The stream is closed with the result.
   *
   * @param name what the sender calls the input, {@code -} where it has no name
   */
  public EncounterLines readLines(InputStream in, String name) {
    return new EncounterLines(this, in, name, limits.bytes());
  }

  Admission admit(byte[] bytes, boolean tooLarge, Places places) {
    if (tooLarge) {
      return refused(
          places.ofText(1, 1),
          JsonProblemCode.TOO_LARGE,
          "the encounter has more than " + limits.bytes() + " bytes");
    }
    Utf8 decoded = Utf8.decode(bytes);
    if (!decoded.complete()) {
      return refused(
          places.ofText(decoded.lastLine(), decoded.nextColumn()),
          JsonProblemCode.ENCODING,
          "the bytes here are not UTF-8");
    }
    Problems problems = new Problems(places::ofPointer, limits.problems());
    try {
      return admit(tree.read(decoded.text(), problems), problems);
    } catch (JsonTree.Unreadable unreadable) {
      Place place = places.ofText(unreadable.line(), unreadable.column());
      return refused(place, unreadable.code(), unreadable.words());
    }
  }

  private Admission admit(JsonValue root, Problems problems) {
    EncounterReader reader = new EncounterReader(vocabulary, limits, problems);
    Encounter encounter = reader.encounter(root);
    if (encounter != null && problems.isEmpty()) {
      return new Admission.Admitted(encounter);
    }
    return new Admission.Refused(reader.id(), problems.inDocumentOrder());
  }

  private static Admission refused(Place place, JsonProblemCode code, String message) {
    return new Admission.Refused(null, List.of(new Problem(place, code.code(), message)));
  }
}

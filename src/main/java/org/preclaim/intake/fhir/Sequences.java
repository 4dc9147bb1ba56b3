package org.preclaim.intake.fhir;

import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.preclaim.encounter.ServiceLine;

/** The sequences of a claim's items, or of its diagnoses: each has one of its own. */
final class Sequences {

  private static final String SEQUENCE = "sequence";

  private final Reading reading;
  private final String named;
  private final Set<Integer> taken = new HashSet<>();

  /**
   * None yet.
   *
   * @param named what has the sequences, for instance {@code item}
   */
  Sequences(Reading reading, String named) {
    this.reading = reading;
    this.named = named;
  }

  /** Whether one has this sequence. */
  boolean has(int sequence) {
    return taken.contains(sequence);
  }

  /**
   * Takes the sequence of the one at {@code spot}: it is the number by which answers name it. Where
   * it cannot be, a problem says why.
   */
  int take(PositiveIntType sent, Spot spot) {
    int sequence = valued(sent, spot, reading);
    if (sequence > ServiceLine.NUMBER_MAX) {
      reading.problem(
          spot.field(SEQUENCE),
          FhirProblemCode.LIMIT,
          "the sequence `" + sequence + "` is above " + ServiceLine.NUMBER_MAX);
    }
    if (!taken.add(sequence)) {
      reading.problem(
          spot.field(SEQUENCE),
          FhirProblemCode.DUPLICATE_NUMBER,
          "another " + named + " has the sequence `" + sequence + "`");
    }
    return sequence;
  }

  /** The sequence of what is at {@code spot}; 0 where a problem says that it has none. */
  static int valued(PositiveIntType sent, Spot spot, Reading reading) {
    if (!sent.hasValue()) {
      reading.problem(
          spot.field(SEQUENCE), FhirProblemCode.MISSING_ELEMENT, "the sequence has no value");
    }
    return Numbers.of(sent);
  }
}

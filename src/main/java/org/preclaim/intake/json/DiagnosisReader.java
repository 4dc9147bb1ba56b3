package org.preclaim.intake.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Icd10Code;

/** Reads the diagnoses, and then the lines' pointers to them. */
final class DiagnosisReader {

  private static final Set<String> FIELDS = Set.of("sequence", "code");

  private final Scalars scalars;
  private final Codes codes;
  private final JsonLimits limits;
  private final Problems problems;
  private final Map<Integer, Spot> sequences = new HashMap<>();

  /** Whether a sequence could not be read: then a pointer may mean that one. */
  private boolean incomplete;

  DiagnosisReader(Scalars scalars, Codes codes, JsonLimits limits, Problems problems) {
    this.scalars = scalars;
    this.codes = codes;
    this.limits = limits;
    this.problems = problems;
  }

  /** The diagnoses of the encounter; {@code null} where none were sent. */
  @Nullable List<Diagnosis> diagnoses(Fields encounter) {
    List<Diagnosis> diagnoses = encounter.list("diagnoses", limits.listEntries(), this::diagnosis);
    incomplete |= diagnoses == null && encounter.has("diagnoses");
    return diagnoses;
  }

  private @Nullable Diagnosis diagnosis(JsonValue value) {
    Fields fields = Fields.of(value, problems, FIELDS);
    Integer sequence = fields == null ? null : fields.required("sequence", this::sequence);
    Icd10Code code = fields == null ? null : fields.required("code", codes::diagnosis);
    incomplete |= sequence == null;
    return sequence == null || code == null ? null : new Diagnosis(sequence, code);
  }

  private @Nullable Integer sequence(JsonValue value) {
    Integer sequence = scalars.number(value);
    if (sequence == null) {
      return null;
    }
    Spot first = sequences.putIfAbsent(sequence, value.spot());
    if (first != null) {
      problems.add(
          value.spot(),
          JsonProblemCode.DUPLICATE_NUMBER,
          "diagnosis sequence `" + sequence + "` is taken by " + first.pointer());
    }
    return sequence;
  }

  /** A pointer to one of the diagnoses that were read before. */
  @Nullable Integer pointer(JsonValue value) {
    Integer sequence = scalars.number(value);
    if (sequence != null && !incomplete && !sequences.containsKey(sequence)) {
      problems.add(
          value.spot(),
          JsonProblemCode.UNKNOWN_DIAGNOSIS,
          "no diagnosis has the sequence `" + sequence + "`");
    }
    return sequence;
  }
}

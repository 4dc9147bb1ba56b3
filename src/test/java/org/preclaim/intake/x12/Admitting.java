package org.preclaim.intake.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.PatientKeys;

/** Reads whole inputs the way a caller does, under a key that is fixed for tests. */
final class Admitting {

  static final PatientKeys KEYS =
      new PatientKeys("a key for tests only, 32 bytes..".getBytes(StandardCharsets.UTF_8));

  private Admitting() {}

  static List<Admission> all(byte[] input) {
    return all(input, X12Limits.DEFAULT);
  }

  static List<Admission> all(byte[] input, X12Limits limits) {
    List<Admission> all = new ArrayList<>();
    try (Admissions admissions = X12Intake.open(new ByteArrayInputStream(input), KEYS, limits)) {
      admissions.forEachRemaining(all::add);
    }
    return all;
  }

  static List<Encounter> encounters(List<Admission> admissions) {
    return admissions.stream()
        .filter(Admission.Admitted.class::isInstance)
        .map(admission -> ((Admission.Admitted) admission).encounter())
        .toList();
  }

  /** Everything but the facts, a line for each problem: what golden files hold. */
  static String problems(List<Admission> admissions) {
    StringBuilder text = new StringBuilder();
    for (Admission admission : admissions) {
      if (admission instanceof Admission.Admitted admitted) {
        text.append("admitted ").append(admitted.encounter().id()).append('\n');
      } else if (admission instanceof Admission.Refused refused) {
        text.append("refused ").append(name(refused.encounterId())).append('\n');
        refused.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
      } else if (admission instanceof Admission.Noticed noticed) {
        text.append("noticed ").append(name(noticed.encounterId())).append('\n');
        noticed.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
      }
    }
    return text.toString();
  }

  private static String name(@Nullable String id) {
    return id == null ? "-" : id;
  }

  /** A file that was written for these tests. */
  static byte[] resource(String name) {
    try (InputStream in = Admitting.class.getResourceAsStream("/intake/x12/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(String name) {
    return textOf(resource(name));
  }

  /** A character for each byte. */
  static String textOf(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1);
  }
}

package org.preclaim.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.desk.Desk;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.fhir.ClaimUse;
import org.preclaim.intake.fhir.FhirLimits;

/**
 * A file of encounters in any format that is read; told apart by content.
 *
 * @param name its path, or {@code -} for standard input
 */
record EncounterFile(String name) {

  private static final String STANDARD_INPUT = "-";

  /**
   * Hands every encounter, admitted or refused, to {@code taker} for as long as it is {@code
   * wanted}.
   *
   * @return why the file could not be read to its end; {@code null} where it could
   */
  @Nullable String admit(
      Streams streams, Desk desk, BooleanSupplier wanted, Consumer<Admission> taker) {
    try (InputStream input = open(streams);
        Admissions admissions = admissions(desk, SniffedInput.of(input))) {
      while (wanted.getAsBoolean() && admissions.hasNext()) {
        taker.accept(admissions.next());
      }
      return null;
    } catch (NoSuchFileException missing) {
      return "there is no such file";
    } catch (IOException | UncheckedIOException unreadable) {
      return reason(unreadable);
    }
  }

  private InputStream open(Streams streams) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return new Unclosed(streams.in());
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder, expected a file");
    }
    return Files.newInputStream(path);
  }

  private Admissions admissions(Desk desk, SniffedInput input) throws IOException {
    return switch (input.format()) {
      case JSON -> OneAdmission.of(desk.admitJson(input.in(), name));
      case JSON_LINES -> desk.admitLines(input.in(), name);
      case X12 -> desk.admitClaims(input.in());
      case FHIR ->
          OneAdmission.of(
              desk.admitFhir(
                      input.in().readNBytes(FhirLimits.DEFAULT.bytes() + 1), name, ClaimUse.ANY)
                  .admissions());
      case EMPTY -> throw new IOException("it is empty, expected an encounter");
    };
  }

  private static String reason(Exception unreadable) {
    Throwable cause =
        unreadable instanceof UncheckedIOException ? unreadable.getCause() : unreadable;
    String message = cause == null ? null : cause.getMessage();
    return message == null ? "it cannot be read" : message;
  }

  /** Standard input belongs to the process. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // Left open on purpose.
    }
  }
}

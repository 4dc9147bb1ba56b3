package org.preclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;
import org.preclaim.desk.Desk;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.fhir.ClaimUse;
import org.preclaim.intake.fhir.FhirLimits;
import org.preclaim.intake.x12.X12Envelope;
import org.preclaim.reference.source.CountedStream;
import org.preclaim.reference.source.Progress;

/**
 * A file of encounters in any format that is read; told apart by content.
 *
 * @param name its path, or {@code -} for standard input
 * @param shown the name that problems give it
 */
record EncounterFile(String name, String shown) {

  private static final String STANDARD_INPUT = "-";

  /** A file that problems call as the caller does. */
  EncounterFile(String name) {
    this(name, name);
  }

  /**
   * Hands every encounter, admitted or refused, to {@code taker} for as long as it is {@code
   * wanted}.
   *
   * @param log is told what stands around the claims of an X12 file
   * @param progress is told how much was read
   * @return why the file could not be read to its end; {@code null} where it could
   */
  @Nullable String admit(
      Streams streams,
      Desk desk,
      BooleanSupplier wanted,
      Consumer<Admission> taker,
      Consumer<X12Envelope> log,
      Progress progress) {
    try (InputStream input = open(streams, progress);
        Admissions admissions = admissions(desk, SniffedInput.of(input), log)) {
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

  /** Hands over every encounter without telling how far it is. */
  @Nullable String admit(
      Streams streams, Desk desk, BooleanSupplier wanted, Consumer<Admission> taker) {
    return admit(streams, desk, wanted, taker, envelope -> {}, Progress.NONE);
  }

  private InputStream open(Streams streams, Progress progress) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      // It belongs to the process.
      return CloseShieldInputStream.wrap(streams.in());
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder, expected a file");
    }
    return CountedStream.eachRead(Files.newInputStream(path), name, Files.size(path), progress);
  }

  private Admissions admissions(Desk desk, SniffedInput input, Consumer<X12Envelope> log)
      throws IOException {
    return switch (input.format()) {
      case JSON -> OneAdmission.of(desk.admitJson(input.in(), shown));
      case JSON_LINES -> desk.admitLines(input.in(), shown);
      case X12 -> desk.admitClaims(input.in(), log);
      case FHIR ->
          OneAdmission.of(
              desk.admitFhir(
                      input.in().readNBytes(FhirLimits.DEFAULT.bytes() + 1), shown, ClaimUse.ANY)
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
}

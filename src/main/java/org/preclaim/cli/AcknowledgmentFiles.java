package org.preclaim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.x12.Acknowledgment;
import org.preclaim.answer.x12.ClaimAcknowledgment;
import org.preclaim.answer.x12.SyntaxAcknowledgment;
import org.preclaim.intake.Admission;
import org.preclaim.intake.x12.X12Envelope;

/**
 * The acknowledgments of one X12 file, {@code NAME.999} and {@code NAME.claims.ndjson} in a folder.
 * They appear whole, at the end; for a file of another format, or where nobody asked, there are
 * none.
 */
final class AcknowledgmentFiles implements Acknowledgment, AutoCloseable {

  private final @Nullable Path folder;
  private final String name;
  private final Instant now;
  private @Nullable WholeFile syntaxFile;
  private @Nullable WholeFile claimsFile;
  private @Nullable SyntaxAcknowledgment syntax;
  private @Nullable ClaimAcknowledgment claims;

  private AcknowledgmentFiles(@Nullable Path folder, String name, Instant now) {
    this.folder = folder;
    this.name = name;
    this.now = now;
  }

  /**
   * Those for {@code file}, in {@code folder}; none where that is absent.
   *
   * @param now the time that their envelopes carry
   */
  static AcknowledgmentFiles of(@Nullable Path folder, String file, Instant now) {
    Path last = Path.of(file).getFileName();
    String name = file.equals("-") || last == null ? "standard-input" : last.toString();
    return new AcknowledgmentFiles(folder, name, now);
  }

  @Override
  public void envelope(X12Envelope envelope) {
    open();
    tell(each -> each.envelope(envelope));
  }

  @Override
  public void admission(Admission admission) {
    tell(each -> each.admission(admission));
  }

  @Override
  public void end() {
    tell(Acknowledgment::end);
    if (syntax == null || syntaxFile == null || claimsFile == null) {
      return;
    }
    if (syntax.begun()) {
      syntaxFile.keep();
    }
    claimsFile.keep();
  }

  private void tell(Consumer<Acknowledgment> news) {
    if (syntax == null || syntaxFile == null || claims == null) {
      return;
    }
    try {
      news.accept(syntax);
    } catch (UncheckedIOException failed) {
      throw syntaxFile.unwritable(Objects.requireNonNull(failed.getCause(), "it always has one"));
    }
    news.accept(claims);
  }

  private void open() {
    if (folder == null || syntax != null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new Unwritable(folder, failed);
    }
    syntaxFile = WholeFile.at(AnswerFile.SYNTAX.of(folder, name));
    claimsFile = WholeFile.at(AnswerFile.CLAIMS.of(folder, name));
    syntax = new SyntaxAcknowledgment(syntaxFile.out(), now);
    claims = new ClaimAcknowledgment(claimsFile::writeLine);
  }

  @Override
  public void close() {
    try {
      if (syntaxFile != null) {
        syntaxFile.close();
      }
    } finally {
      if (claimsFile != null) {
        claimsFile.close();
      }
    }
  }
}

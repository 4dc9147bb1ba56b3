package org.preclaim.cli;

import java.io.IOException;
import java.io.OutputStream;
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
import org.preclaim.cli.WholeFile.Unwritable;
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
    try {
      if (syntax.begun()) {
        syntaxFile.keep();
      }
      claimsFile.keep();
    } catch (IOException failed) {
      throw new Unwritable(failed);
    }
  }

  private void tell(Consumer<Acknowledgment> news) {
    try {
      if (syntax != null && claims != null) {
        news.accept(syntax);
        news.accept(claims);
      }
    } catch (UncheckedIOException failed) {
      throw new Unwritable(Objects.requireNonNull(failed.getCause(), "it always has one"));
    }
  }

  private void open() {
    if (folder == null || syntax != null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      syntaxFile = WholeFile.at(folder.resolve(name + ".999"));
      claimsFile = WholeFile.at(folder.resolve(name + ".claims.ndjson"));
    } catch (IOException failed) {
      throw new Unwritable(failed);
    }
    OutputStream lines = claimsFile.out();
    syntax = new SyntaxAcknowledgment(syntaxFile.out(), now);
    claims = new ClaimAcknowledgment(line -> WholeFile.writeLine(lines, line));
  }

  @Override
  public void close() throws IOException {
    if (syntaxFile != null) {
      syntaxFile.close();
    }
    if (claimsFile != null) {
      claimsFile.close();
    }
  }
}

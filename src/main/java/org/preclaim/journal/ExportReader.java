package org.preclaim.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.Batch;
import org.preclaim.journal.chain.ChainCheck;
import org.preclaim.journal.chain.ChainCheck.Verified;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.JournalProblemCode;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.StoredEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Follows the chain in an export. A line must be what would be written for what it says: so nothing
 * can hide between the fields, in a field that is not known or in the way a number is written.
 */
final class ExportReader {

  /** An entry is a few kilobytes; what has no line ends must not fill the memory. */
  private static final int LINE_BYTES_MAX = 1 << 26;

  private final Path file;
  private final ChainCheck check;
  private final Consumer<StoredEntry> taker;
  private long number;

  /**
   * @param taker is handed each entry that follows the one before; whether its batch does is known
   *     only at the end
   */
  ExportReader(Path file, ChainCheck check, Consumer<StoredEntry> taker) {
    this.file = file;
    this.check = check;
    this.taker = taker;
  }

  Verified read() {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (!ExportLines.HEADER.equals(line(in))) {
        throw fault("it is not the header of an export of this version");
      }
      Verified verified = null;
      while (verified == null) {
        verified = take(line(in));
      }
      if (in.read() >= 0) {
        throw fault("there is more behind the end");
      }
      return verified;
    } catch (IOException unreadable) {
      throw new JournalFault(
          check
              .fault(check.next(), JournalProblemCode.UNREADABLE, "the export cannot be read here")
              .problem(),
          unreadable);
    }
  }

  private @Nullable Verified take(@Nullable String line) {
    if (line == null) {
      throw check.fault(
          check.next(), JournalProblemCode.CUT_OFF, "the export ends before it, without its end");
    }
    try {
      JsonNode json = ExportLines.parse(line);
      if (json.has("entry")) {
        StoredEntry stored = ExportLines.entry(json);
        requireSame(line, ExportLines.line(stored));
        check.entry(stored.entry(), stored.personal());
        taker.accept(stored);
        return null;
      }
      if (json.has("batch")) {
        Batch batch = ExportLines.batch(json);
        requireSame(line, ExportLines.line(batch));
        check.batch(batch);
        return null;
      }
      Root head = ExportLines.head(json);
      requireSame(line, ExportLines.line(head));
      return check.end(head);
    } catch (JacksonException | IllegalArgumentException | DateTimeException notAsWritten) {
      throw fault("it is not as it was written");
    }
  }

  private void requireSame(String line, String written) {
    if (!line.equals(written)) {
      throw fault("it is not as it was written");
    }
  }

  private JournalFault fault(String message) {
    return check.fault(
        check.next(),
        JournalProblemCode.UNREADABLE,
        "line " + number + " of the export should hold it or its batch: " + message);
  }

  /** The next line, which must end with a line feed; {@code null} at the end of the file. */
  private @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    number++;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
      }
      if (line.size() == LINE_BYTES_MAX) {
        throw fault("it is too long");
      }
      line.write(next);
    }
    return null;
  }
}

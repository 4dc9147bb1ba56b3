package org.preclaim.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.preclaim.journal.chain.Batch;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.journal.chain.Walk;
import tools.jackson.core.JacksonException;

/** Writes a journal as lines of JSON: a header, entries and batches, and at last the head. */
final class ExportWriter implements Walk {

  private final Writer out;

  ExportWriter(Writer out) {
    this.out = out;
    write(ExportLines.HEADER);
  }

  @Override
  public void entry(StoredEntry entry) {
    write(line(entry));
  }

  @Override
  public void batch(Batch batch) {
    write(ExportLines.line(batch));
  }

  @Override
  public void end(Root head) {
    write(ExportLines.line(head));
  }

  private static String line(StoredEntry entry) {
    try {
      return ExportLines.line(entry);
    } catch (JacksonException notAsWritten) {
      throw new IllegalArgumentException("not as it was written", notAsWritten);
    }
  }

  private void write(String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

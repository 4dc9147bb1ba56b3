package org.preclaim.answer.x12;

import org.preclaim.intake.Admission;
import org.preclaim.intake.x12.X12Envelope;

/**
 * An answer to the sender of an X12 file, written while the file is read. Told everything in the
 * order in which the reader tells it. Throws {@link java.io.UncheckedIOException} where it cannot
 * be written.
 */
public interface Acknowledgment {

  /** What stands around the claims. */
  void envelope(X12Envelope envelope);

  /** What became of a claim, or of a stretch of the file. */
  void admission(Admission admission);

  /** The file has ended. */
  void end();
}

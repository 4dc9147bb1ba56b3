package org.preclaim.intake.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.PatientKeys;

/** The encounters of an X12 file with professional claims, 005010X222 and its errata. */
public final class X12Intake implements Admissions {

  private final SegmentReader segments;
  private final EnvelopeWalker walker;
  private final Deque<Admission> ready = new ArrayDeque<>();
  private boolean over;

  private X12Intake(InputStream in, PatientKeys keys, X12Limits limits) {
    segments =
        new SegmentReader(new SegmentFramer(new ByteSource(in, limits.fileBytesMax()), limits));
    walker = new EnvelopeWalker(new Guides(keys, limits, ready::add), ready::add);
  }

  /**
   * Reads {@code in} as its encounters are asked for, and closes it when it is closed itself.
   *
   * @param keys make the patients' pseudonyms
   */
  public static Admissions open(InputStream in, PatientKeys keys, X12Limits limits) {
    return new X12Intake(in, keys, limits);
  }

  @Override
  public boolean hasNext() {
    try {
      while (ready.isEmpty() && !over) {
        over = !walker.accept(segments.next());
      }
      return !ready.isEmpty();
    } catch (IOException failed) {
      throw new UncheckedIOException("the input cannot be read", failed);
    }
  }

  @Override
  public Admission next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the input holds no further encounter");
    }
    return ready.removeFirst();
  }

  @Override
  public void close() {
    try {
      ready.clear();
      over = true;
      segments.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("the input cannot be closed", failed);
    }
  }
}

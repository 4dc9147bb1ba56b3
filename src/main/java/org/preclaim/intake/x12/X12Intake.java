package org.preclaim.intake.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.PatientKeys;

/**
 * The encounters of an X12 file with professional claims, 005010X222, institutional claims,
 * 005010X223, or both; errata included.
 */
public final class X12Intake implements Admissions {

  private final SegmentReader segments;
  private final EnvelopeWalker walker;
  private final Consumer<X12Envelope> log;
  private final Deque<Told> ready = new ArrayDeque<>();
  private boolean over;

  /** What was read and waits for whoever asks. */
  private sealed interface Told {

    record OfClaim(Admission admission) implements Told {}

    record OfEnvelope(X12Envelope envelope) implements Told {}
  }

  private X12Intake(InputStream in, PatientKeys keys, X12Limits limits, Consumer<X12Envelope> log) {
    this.log = log;
    segments =
        new SegmentReader(new SegmentFramer(new ByteSource(in, limits.fileBytesMax()), limits));
    Consumer<Admission> claims = admission -> ready.add(new Told.OfClaim(admission));
    walker =
        new EnvelopeWalker(
            new Guides(keys, limits, claims),
            claims,
            envelope -> ready.add(new Told.OfEnvelope(envelope)));
  }

  /**
   * Reads {@code in} as its encounters are asked for, and closes it when it is closed itself.
   *
   * @param keys make the patients' pseudonyms
   */
  public static Admissions open(InputStream in, PatientKeys keys, X12Limits limits) {
    return open(in, keys, limits, envelope -> {});
  }

  /**
   * Reads {@code in} as {@link #open(InputStream, PatientKeys, X12Limits)} does, and tells {@code
   * log} what stands around the claims: each envelope before the admissions that come from inside
   * it are handed out, and its end after them.
   */
  public static Admissions open(
      InputStream in, PatientKeys keys, X12Limits limits, Consumer<X12Envelope> log) {
    return new X12Intake(in, keys, limits, log);
  }

  @Override
  public boolean hasNext() {
    try {
      while (!(ready.peek() instanceof Told.OfClaim)) {
        if (ready.poll() instanceof Told.OfEnvelope told) {
          log.accept(told.envelope());
        } else if (over) {
          return false;
        } else {
          over = !walker.accept(segments.next());
        }
      }
      return true;
    } catch (IOException failed) {
      throw new UncheckedIOException("the input cannot be read", failed);
    }
  }

  @Override
  public Admission next() {
    if (!hasNext() || !(ready.poll() instanceof Told.OfClaim told)) {
      throw new NoSuchElementException("the input holds no further encounter");
    }
    return told.admission();
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

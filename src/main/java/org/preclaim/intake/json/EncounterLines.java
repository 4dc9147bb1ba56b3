package org.preclaim.intake.json;

import java.util.NoSuchElementException;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;

/**
 * The encounters of an input with one JSON document on each line; blank lines are passed over. A
 * bad line is refused in its place and reading goes on with the next.
 */
public final class EncounterLines implements Admissions {

  @Override
  public boolean hasNext() {
    return false;
  }

  @Override
  public Admission next() {
    throw new NoSuchElementException(); // until hasNext() can be true
  }

  /** The line, from 1, of the admission that {@link #next()} returned last; 0 before the first. */
  public long line() {
    return 0;
  }

  @Override
  public void close() {}
}

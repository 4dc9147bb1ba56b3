package org.preclaim.cli;

import java.util.Iterator;
import java.util.List;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;

/**
 * The admission of an input that holds one encounter, as an input like any other.
 *
 * @param single an iterator over it
 */
record OneAdmission(Iterator<Admission> single) implements Admissions {

  static OneAdmission of(Admission admission) {
    return of(List.of(admission));
  }

  /** The admission of one encounter after what is to be said about it. */
  static OneAdmission of(List<Admission> admissions) {
    return new OneAdmission(admissions.iterator());
  }

  @Override
  public boolean hasNext() {
    return single.hasNext();
  }

  @Override
  public Admission next() {
    return single.next();
  }

  @Override
  public void close() {
    // It was read to its end already.
  }
}

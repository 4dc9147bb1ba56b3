package org.preclaim.intake.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;

/**
 * The encounters of an input with one JSON document on each line; blank lines are passed over. A
 * bad line is refused in its place and reading goes on with the next.
 */
public final class EncounterLines implements Admissions {

  private final EncounterJson json;
  private final InputStream in;
  private final String name;
  private final LineBytes lines;
  private LineBytes.@Nullable Line ahead;
  private long aheadNumber;
  private long number;

  EncounterLines(EncounterJson json, InputStream in, String name, int bytesMost) {
    this.json = json;
    this.in = in;
    this.name = name;
    this.lines = new LineBytes(in, bytesMost);
  }

  @Override
  public boolean hasNext() {
    try {
      while (ahead == null) {
        ahead = lines.next();
        if (ahead == null) {
          return false;
        }
        aheadNumber++;
        if (isBlank(ahead)) {
          ahead = null;
        }
      }
      return true;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Admission next() {
    LineBytes.Line line = hasNext() ? ahead : null;
    if (line == null) {
      throw new NoSuchElementException("the input has no more encounters");
    }
    ahead = null;
    number = aheadNumber;
    return json.admit(line.bytes(), line.tooLong(), Places.line(name, number));
  }

  /** The line, from 1, of the admission that {@link #next()} returned last; 0 before the first. */
  public long line() {
    return number;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean isBlank(LineBytes.Line line) {
    if (line.tooLong()) {
      return false;
    }
    for (byte b : line.bytes()) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}

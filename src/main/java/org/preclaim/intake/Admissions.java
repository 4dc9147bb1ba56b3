package org.preclaim.intake;

import java.util.Iterator;

/**
 * The encounters of one input in the order in which they stand there, read as they are asked for:
 * memory does not grow with the input. An unreadable stretch of the input is a {@link
 * Admission.Refused} in its place; {@code next()} throws only {@link java.io.UncheckedIOException}.
 */
public interface Admissions extends Iterator<Admission>, AutoCloseable {

  @Override
  void close();
}

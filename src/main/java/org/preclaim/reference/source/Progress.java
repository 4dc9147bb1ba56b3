package org.preclaim.reference.source;

/** Told how far the reading of files has come. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (file, bytes, of) -> {};

  /**
   * Some more of a file was read.
   *
   * @param file where it came from, for people
   * @param bytes how much of it has been read since it was opened
   * @param of how much there is
   */
  void read(String file, long bytes, long of);
}

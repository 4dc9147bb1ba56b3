package org.preclaim.reference.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported, together or not at all.
 *
 * @param files official files, as they are or packed
 * @param effective from when those hold that do not say so themselves
 * @param fewerRows whether a release may have far fewer rows than the one before
 */
public record ImportRequest(List<Source> files, @Nullable LocalDate effective, boolean fewerRows) {

  /**
   * A file.
   *
   * @param path where it lies
   * @param name the name under which it was published
   */
  public record Source(Path path, String name) {

    /** A file that has its own name. */
    public static Source of(Path path) {
      return new Source(path, String.valueOf(path.getFileName()));
    }
  }

  /** Copies the list. */
  public ImportRequest {
    files = List.copyOf(files);
  }
}

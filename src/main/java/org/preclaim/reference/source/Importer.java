package org.preclaim.reference.source;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.PackedTable;

/** Reads the official files of one kind. Stateless, so that many imports may use it. */
public interface Importer {

  /**
   * What a file is.
   *
   * @param dataset which table it belongs to
   * @param effective the first day of its release, from the file or else from its name; {@code
   *     null} where neither says: then the user must
   */
  record Recognised(Dataset dataset, @Nullable LocalDate effective) {}

  /**
   * All files of one release of one dataset.
   *
   * @param dataset which table they make
   * @param effective the first day of the release
   * @param files at least one, in the order of their names
   * @param loaded the store as it stands, for files that change an earlier release
   */
  record Job(Dataset dataset, LocalDate effective, List<OfficialFile> files, Loaded loaded) {}

  /** The tables that are loaded already. */
  @FunctionalInterface
  interface Loaded {
    /** Nothing is. */
    Loaded NOTHING = (dataset, day) -> null;

    /** The release of {@code dataset} of which {@code day} is one. */
    @Nullable PackedTable find(Dataset dataset, LocalDate day);
  }

  /**
   * What {@code file} is, by content and name; {@code null} where it is none of ours, or where it
   * is and something about it, which {@code log} then has, keeps it from being imported.
   */
  @Nullable Recognised recognise(OfficialFile file, ImportLog log) throws IOException;

  /**
   * Packs a release. Whatever is wrong goes into {@code log}, all of it; where that holds a problem
   * afterwards, the answer is not used and may be {@code null}.
   *
   * @throws IOException where a file cannot be read to its end
   */
  @Nullable PackedTable pack(Job job, ImportLog log) throws IOException;
}

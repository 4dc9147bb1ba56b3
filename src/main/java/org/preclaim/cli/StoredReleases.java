package org.preclaim.cli;

import org.preclaim.journal.JournalReader;
import org.preclaim.release.StoredRelease;

/** Releases of the journal as users name them. */
final class StoredReleases {

  /** What every release id begins with. */
  static final String PREFIX = "sha256:";

  private StoredReleases() {}

  /** The release with this id. */
  static StoredRelease find(JournalReader journal, String id) {
    return journal
        .release(id)
        .orElseThrow(
            () -> new UserError("`" + id + "` is no release of the journal, or was changed there"));
  }
}

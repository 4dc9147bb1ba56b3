package org.preclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.preclaim.desk.Desk;
import org.preclaim.desk.OpenRelease;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.artefact.ArtefactFolder;
import org.preclaim.journal.JournalReader;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.StoredRelease;
import org.preclaim.replay.PastRelease.Usable;

/**
 * Policies as they would decide now, whether or not they are in use.
 *
 * @param stored their files
 * @param ready decides with them
 */
record CandidateRelease(StoredRelease stored, Usable ready) {

  /** What {@code name} names: a release id of the journal, or a folder. */
  static CandidateRelease of(
      String name, JournalOptions journal, CommonOptions common, ReferenceStore reference)
      throws IOException, ProblemsException {
    ArtefactFolder compiled = common.compiled();
    if (name.startsWith(StoredReleases.PREFIX)) {
      try (JournalReader reader = journal.reader(common.data)) {
        StoredRelease stored = StoredReleases.find(reader, name);
        return new CandidateRelease(stored, Usable.draft(stored, reference, compiled));
      }
    }
    Path path = Path.of(name);
    CommonOptions.requireFolder(path);
    PolicyFolder folder = PolicyFolder.open(path);
    return new CandidateRelease(folder.stored(), Usable.draft(folder, reference, compiled));
  }

  /** A desk that reads encounters in their words and records nothing. */
  Desk desk(CommonOptions common, ReferenceStore reference, Context context) {
    CompiledRelease compiled = ready.compiled();
    OpenRelease open =
        new OpenRelease(
            stored,
            compiled.release().families().size(),
            compiled.policies(),
            compiled.vocabulary(),
            compiled::evaluate,
            common.compiled());
    return new Desk(open, reference, common.data, context.clock());
  }
}

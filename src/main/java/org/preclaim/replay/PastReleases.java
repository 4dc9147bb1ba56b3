package org.preclaim.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.journal.JournalReader;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PinnedReference;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.ReleaseDigest;
import org.preclaim.release.StoredRelease;
import org.preclaim.replay.PastRelease.Unusable;
import org.preclaim.replay.PastRelease.Usable;

/**
 * The releases of a journal, compiled when they are asked for the first time. Those that were asked
 * last are kept, the others let go. Safe for use by many threads.
 */
public final class PastReleases {

  private static final int KEPT = 4;

  private final JournalReader journal;
  private final ReferenceStore reference;
  private final ArtefactCache compiled;
  private final Map<String, PastRelease> latest = new LinkedHashMap<>(KEPT, 1, true);

  /**
   * @param journal has the releases
   * @param reference has their tables
   * @param compiled rules that were compiled before
   */
  public PastReleases(JournalReader journal, ReferenceStore reference, ArtefactCache compiled) {
    this.journal = journal;
    this.reference = reference;
    this.compiled = compiled;
  }

  JournalReader journal() {
    return journal;
  }

  /** The release with this id. */
  synchronized PastRelease find(String id) {
    PastRelease known = latest.get(id);
    if (known == null) {
      if (latest.size() == KEPT) {
        latest.remove(latest.keySet().iterator().next());
      }
      known = load(id);
      latest.put(id, known);
    }
    return known;
  }

  /** Draft policies beside the tables that are loaded now. */
  Usable draft(PolicyFolder policies) throws ProblemsException {
    return Usable.draft(policies, reference, compiled);
  }

  private PastRelease load(String id) {
    Optional<StoredRelease> stored = journal.release(id);
    if (stored.isEmpty()) {
      return unusable(ReplayProblemCode.RELEASE_UNKNOWN, id, "is not in the journal, or changed");
    }
    StoredRelease release = stored.get();
    String engine = release.lock().engine();
    if (!engine.equals(ReleaseDigest.ENGINE)) {
      return unusable(
          ReplayProblemCode.RELEASE_ENGINE,
          id,
          "was decided by `" + engine + "`, and this is `" + ReleaseDigest.ENGINE + "`");
    }
    ReferenceData tables;
    try {
      tables =
          reference.tables(
              release.lock().reference().stream().map(PinnedReference::sha256).toList());
    } catch (ProblemsException missing) {
      return unusable(ReplayProblemCode.TABLES_MISSING, id, first(missing));
    }
    try {
      CompiledRelease ready = CompiledRelease.compile(PolicyFolder.read(release), compiled);
      return Usable.of(release.ref(), ready, tables);
    } catch (ProblemsException refused) {
      return unusable(ReplayProblemCode.RELEASE_REFUSED, id, first(refused));
    }
  }

  private static String first(ProblemsException refused) {
    Problem first = refused.problems().get(0);
    int more = refused.problems().size() - 1;
    return first.place()
        + ": "
        + first.code()
        + " "
        + first.message()
        + (more == 0 ? "" : ", and " + more + " more problems");
  }

  private static Unusable unusable(ReplayProblemCode code, String id, String words) {
    return new Unusable(code.problem("release " + id, words));
  }
}

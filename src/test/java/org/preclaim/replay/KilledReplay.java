package org.preclaim.replay;

import java.nio.file.Path;
import org.preclaim.engine.artefact.ArtefactFolder;
import org.preclaim.journal.JournalReader;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;

/**
 * A process of its own that replays until it is killed. It prints how far it is, and at last the
 * report.
 */
final class KilledReplay {

  static final Pace PACE = new Pace(2, 20);

  private KilledReplay() {}

  /** Takes the data folder, the folder of draft policies, and the state file. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    try (JournalReader reader = JournalReader.open(data.resolve("journal.db").toString())) {
      PastReleases releases =
          new PastReleases(
              reader,
              ReferenceStore.open(data),
              new ArtefactFolder(data.resolve("compiled"), problem -> {}));
      Replay replay =
          Replay.of(
              Selection.ALL,
              new Basis.Draft(PolicyFolder.open(Path.of(arguments[1]))),
              releases,
              PACE,
              new StateFile(Path.of(arguments[2])));
      Report report = replay.run((done, of) -> System.out.println(done), () -> false);
      System.out.println(ReportJson.line(report));
    }
  }
}

package org.preclaim.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.preclaim.engine.artefact.ArtefactFolder;
import org.preclaim.journal.JournalReader;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;

/**
 * A process of its own that replays until it is killed. It prints how far it is, and at last the
 * report. It takes a byte for each line before it goes on, so that it cannot have ended by the time
 * that someone has read his lines and kills it.
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
      Report report = replay.run((done, of) -> say(done), () -> false);
      System.out.println(ReportJson.line(report));
    }
  }

  private static void say(long done) {
    System.out.println(done);
    try {
      System.in.read();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

package org.preclaim.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.preclaim.decision.Decision;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.intake.json.EncounterLines;
import org.preclaim.intake.x12.PatientKeys;
import org.preclaim.intake.x12.X12Intake;
import org.preclaim.intake.x12.X12Limits;
import org.preclaim.reference.store.ReferenceStore;

/**
 * Where encounters are admitted and decided under one release, whichever door they came through.
 * Safe for use by many threads.
 */
public final class Desk {

  private final OpenRelease release;
  private final EncounterJson json;
  private final ReferenceStore reference;
  private final Path dataFolder;
  private final Clock clock;
  private final Ids ids;

  /**
   * A desk that decides under {@code release}.
   *
   * @param reference the official tables; each decision asks those that are in force when it begins
   * @param dataFolder where the patient key lives
   * @param clock tells when a decision was made
   */
  public Desk(OpenRelease release, ReferenceStore reference, Path dataFolder, Clock clock) {
    this.release = release;
    this.reference = reference;
    this.json = new EncounterJson(release.vocabulary());
    this.dataFolder = dataFolder;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** The release in force. */
  public OpenRelease release() {
    return release;
  }

  /** The official tables. */
  public ReferenceStore reference() {
    return reference;
  }

  /** Admits the one encounter of a JSON document. */
  public Admission admitJson(InputStream in, String name) {
    return json.read(in, name);
  }

  /** Admits the encounters of an input with a JSON document on each line. */
  public EncounterLines admitLines(InputStream in, String name) {
    return json.readLines(in, name);
  }

  /**
   * Admits the claims of an X12 file.
   *
   * @throws IOException with a message for the user, where there is no usable patient key
   */
  public Admissions admitClaims(InputStream in) throws IOException {
    return X12Intake.open(in, new PatientKeys(PatientKey.in(dataFolder)), X12Limits.DEFAULT);
  }

  /** An id that was not given before, for a decision or for what went wrong instead. */
  public String nextId() {
    return ids.next();
  }

  /** Decides, and gives the decision its id and time. */
  public IssuedDecision decide(Encounter encounter) {
    Decision decision = release.engine().apply(encounter, reference.data());
    return new IssuedDecision(ids.next(), clock.instant().truncatedTo(ChronoUnit.MILLIS), decision);
  }
}

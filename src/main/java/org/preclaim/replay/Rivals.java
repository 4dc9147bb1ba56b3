package org.preclaim.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import org.preclaim.answer.FactsJson;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.replay.PastRelease.Usable;
import org.preclaim.replay.Verdict.Erased;
import org.preclaim.replay.Verdict.Subject;

/**
 * Two releases that decide the same encounters, to tell what the second one changes. Safe for use
 * by many threads.
 *
 * @param before what is in force
 * @param after what may come into force
 * @param wordsOfBoth whether all that can be read in the words of {@code after} can be read in
 *     those of {@code before}
 */
record Rivals(Usable before, Usable after, boolean wordsOfBoth) {

  Rivals(Usable before, Usable after) {
    this(before, after, before.compiled().vocabulary().holdsAll(after.compiled().vocabulary()));
  }

  /** The verdict on an entry of the journal. */
  Verdict judge(StoredEntry stored) {
    if (stored.personal() == null) {
      return new Erased();
    }
    Admission admission = after.admit(stored);
    return admission instanceof Admission.Admitted admitted
        ? judge(Subject.of(stored), admitted.encounter())
        : Verdict.refused(admission);
  }

  /** The verdict on an encounter that was read in the words of {@link #after}. */
  Verdict judge(Subject subject, Encounter encounter) {
    if (!wordsOfBoth) {
      byte[] facts = FactsJson.line(encounter).getBytes(UTF_8);
      Admission admission = before.intake().read(new ByteArrayInputStream(facts), "-");
      if (!(admission instanceof Admission.Admitted)) {
        return Verdict.refused(admission);
      }
    }
    return Verdict.between(subject, encounter, before.decide(encounter), after.decide(encounter));
  }
}

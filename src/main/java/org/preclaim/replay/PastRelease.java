package org.preclaim.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import org.preclaim.decision.Decision;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.intake.Admission;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.journal.chain.SaltedFacts;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.PolicyRelease;
import org.preclaim.release.StoredRelease;

/** A release as far as encounters can be decided under it again. */
public sealed interface PastRelease {

  /**
   * It cannot.
   *
   * @param problem why
   */
  record Unusable(Problem problem) implements PastRelease {

    /** Code and words. */
    String reason() {
      return problem.code() + " " + problem.place() + " " + problem.message();
    }
  }

  /**
   * It can; safe for use by many threads.
   *
   * @param ref names it
   * @param compiled its policies
   * @param tables those that it pins
   * @param intake reads encounters in its words
   */
  record Usable(
      ReleaseRef ref, CompiledRelease compiled, ReferenceData tables, EncounterJson intake)
      implements PastRelease {

    /**
     * Policies that are not in use yet, beside the tables that are loaded now.
     *
     * @param compiled rules that were compiled before
     * @throws ProblemsException with everything that is wrong with them
     */
    public static Usable draft(
        PolicyFolder policies, ReferenceStore reference, ArtefactCache compiled)
        throws ProblemsException {
      return draft(policies.release(), policies.stored(), reference, compiled);
    }

    /** The same of a release that the journal has, whichever tables it pins. */
    public static Usable draft(
        StoredRelease stored, ReferenceStore reference, ArtefactCache compiled)
        throws ProblemsException {
      return draft(PolicyFolder.read(stored), stored, reference, compiled);
    }

    private static Usable draft(
        PolicyRelease policies,
        StoredRelease stored,
        ReferenceStore reference,
        ArtefactCache compiled)
        throws ProblemsException {
      ReferenceData tables = reference.data();
      CompiledRelease release = CompiledRelease.compile(policies, compiled);
      return of(stored.beside(tables).ref(), release, tables);
    }

    static Usable of(ReleaseRef ref, CompiledRelease compiled, ReferenceData tables) {
      return new Usable(ref, compiled, tables, new EncounterJson(compiled.vocabulary()));
    }

    /** What the facts of {@code stored}, which are all there, are read as. */
    Admission admit(StoredEntry stored) {
      byte[] facts = stored.entry().statement().facts().getBytes(UTF_8);
      Admission admission = intake.read(new ByteArrayInputStream(facts), "-");
      SaltedFacts personal = Objects.requireNonNull(stored.personal(), "not erased");
      return admission instanceof Admission.Admitted admitted
          ? new Admission.Admitted(personal.facts().in(admitted.encounter()))
          : admission;
    }

    Decision decide(Encounter encounter) {
      return compiled.evaluate(encounter, tables, ref);
    }
  }
}

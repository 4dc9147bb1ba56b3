package org.preclaim.desk;

import org.preclaim.decision.Decision;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.StoredRelease;

/**
 * Policies that are ready to decide, with the little that the doors tell about them.
 *
 * @param stored their files, as they are kept
 * @param families how many policy families they hold
 * @param policies how many rows and rules
 * @param vocabulary the words that encounters may use
 * @param engine decides; safe for use by many threads
 * @param compiled rules that were compiled before
 */
public record OpenRelease(
    StoredRelease stored,
    int families,
    int policies,
    Vocabulary vocabulary,
    Engine engine,
    ArtefactCache compiled) {

  /** What decides. */
  @FunctionalInterface
  public interface Engine {

    /**
     * Decides beside these official tables.
     *
     * @param named what policies and tables are together; the decision says so
     */
    Decision decide(Encounter encounter, ReferenceData reference, ReleaseRef named);
  }

  /**
   * The policies in {@code folder}, compiled.
   *
   * @param kept rules that were compiled before
   * @throws ProblemsException with everything that is wrong with them
   */
  public static OpenRelease of(PolicyFolder folder, ArtefactCache kept) throws ProblemsException {
    return of(folder, CompiledRelease.compile(folder.release(), kept), kept);
  }

  /**
   * The policies that are stored, compiled by this engine: where another one stored them, they are
   * another release now.
   *
   * @throws ProblemsException with everything that is wrong with them
   */
  public static OpenRelease of(StoredRelease stored, ArtefactCache kept) throws ProblemsException {
    StoredRelease policies = stored.underThisEngine();
    CompiledRelease compiled = CompiledRelease.compile(PolicyFolder.read(policies), kept);
    return of(policies, compiled, kept);
  }

  /** The policies in {@code folder}, which were compiled already. */
  public static OpenRelease of(PolicyFolder folder, CompiledRelease compiled, ArtefactCache kept) {
    return of(folder.stored(), compiled, kept);
  }

  private static OpenRelease of(
      StoredRelease stored, CompiledRelease compiled, ArtefactCache kept) {
    return new OpenRelease(
        stored,
        compiled.release().families().size(),
        compiled.policies(),
        compiled.vocabulary(),
        compiled::evaluate,
        kept);
  }
}

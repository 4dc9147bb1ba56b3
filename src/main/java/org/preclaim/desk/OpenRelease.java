package org.preclaim.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.preclaim.decision.Decision;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.release.PolicyFolder;

/**
 * A release that is ready to decide, with the little that the doors tell about it.
 *
 * @param ref names it
 * @param families how many policy families it holds
 * @param policies how many rows and rules
 * @param vocabulary the words that encounters may use
 * @param engine decides beside the official tables that it is handed; safe for use by many threads
 */
public record OpenRelease(
    ReleaseRef ref,
    int families,
    int policies,
    Vocabulary vocabulary,
    BiFunction<Encounter, ReferenceData, Decision> engine) {

  /**
   * The policies below {@code folder}, compiled.
   *
   * @param kept rules that were compiled before
   * @throws ProblemsException with everything that is wrong with them
   */
  public static OpenRelease of(Path folder, ArtefactCache kept)
      throws IOException, ProblemsException {
    return of(CompiledRelease.compile(PolicyFolder.read(folder), kept));
  }

  /** These policies. */
  public static OpenRelease of(CompiledRelease compiled) {
    return new OpenRelease(
        compiled.ref(),
        compiled.release().families().size(),
        compiled.policies(),
        compiled.vocabulary(),
        compiled::evaluate);
  }
}

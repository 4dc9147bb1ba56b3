package org.preclaim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.problem.ProblemsException;

/** A program that compiles files of the corpus, run by a test that watches what is loaded. */
final class RefusedModules {

  private RefusedModules() {}

  /** Compiles each of the files named; ends with 1 where one of them passes. */
  public static void main(String[] files) throws Exception {
    int passed = 0;
    for (String file : files) {
      try {
        String drl = Files.readString(Path.of(file), UTF_8);
        FamilyCompiler.compile("corpus", Map.of(file, drl), ArtefactCache.none());
        passed++;
      } catch (ProblemsException refused) {
        // As it should be.
      }
    }
    if (passed > 0) {
      throw new IllegalStateException(passed + " of the attacks passed");
    }
  }
}

package org.preclaim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;

class AnalysisTest {

  private static final Path FOLDER = Path.of("").toAbsolutePath();

  @Test
  void of_shippedTables_findsNothing() throws IOException, ProblemsException {
    CompiledRelease release = CompiledRelease.compile(PolicyFolder.read(FOLDER));

    assertThat(Analysis.of(release)).isEmpty();
  }
}

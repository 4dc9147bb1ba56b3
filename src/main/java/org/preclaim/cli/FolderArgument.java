package org.preclaim.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The folder of policies that a command works on, where it may be named first. */
final class FolderArgument {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The folder; the one of --policies where it is left out.")
  @Nullable Path folder;

  /** The folder, which is there. */
  Path of(CommonOptions common) {
    Path chosen = folder == null ? common.policies : folder;
    CommonOptions.requireFolder(chosen);
    return chosen;
  }
}

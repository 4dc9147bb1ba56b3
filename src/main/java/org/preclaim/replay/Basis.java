package org.preclaim.replay;

import java.nio.file.Path;
import org.preclaim.release.PolicyFolder;

/** Under which release decisions are made again. */
public sealed interface Basis {

  /** Each under its own: the same bytes are expected. */
  record ThatDay() implements Basis {}

  /**
   * All under a release that the journal has, beside its own tables.
   *
   * @param id the release id
   */
  record Kept(String id) implements Basis {}

  /**
   * All under policies that are not in use yet, beside the tables that are loaded now.
   *
   * @param policies their files; read with {@link PolicyFolder#open(Path)}
   */
  record Draft(PolicyFolder policies) implements Basis {}
}

package org.preclaim.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every parser that reads what others wrote. */
final class FuzzTargets {

  private FuzzTargets() {}

  /**
   * All of them.
   *
   * @param folder where importers may keep what they import
   */
  static List<FuzzTarget> all(Path folder) {
    List<FuzzTarget> all = new ArrayList<>();
    all.addAll(EncounterTargets.all());
    all.addAll(ClaimTargets.all());
    all.addAll(PolicyTargets.all());
    all.addAll(new OfficialTargets(folder).all());
    return all;
  }
}

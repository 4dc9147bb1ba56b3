package org.preclaim.benchmark.peers;

import java.util.List;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;

/** An engine that holds a table of generated rows. */
@FunctionalInterface
interface Peer {

  /** Every row that fires, in any order. */
  List<Hit> judge(Encounter encounter);
}

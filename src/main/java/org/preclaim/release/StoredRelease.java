package org.preclaim.release;

import java.util.List;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.reference.ReferenceData;

/**
 * A release as it is kept: with it, decisions of that day can be made again without the folder.
 *
 * @param name the name people use
 * @param lock all that it is made of, by digest
 * @param files the bytes of its rules and workbooks
 */
public record StoredRelease(String name, ReleaseLock lock, PolicyFiles files) {

  /** The same policies, decided with these reference tables: another release. */
  public StoredRelease beside(ReferenceData tables) {
    List<PinnedReference> pinned = tables.vintages().stream().map(PinnedReference::of).toList();
    return new StoredRelease(name, lock.beside(pinned), files);
  }

  /** The same policies without reference tables, decided by the engine of this program. */
  public StoredRelease underThisEngine() {
    return new StoredRelease(name, files.lock(List.of()), files);
  }

  /** Names it. */
  public ReleaseRef ref() {
    return new ReleaseRef(id(), name);
  }

  /** The release id. */
  public String id() {
    return lock.id();
  }
}

package org.preclaim.release;

/**
 * A release as it is kept: with it, decisions of that day can be made again without the folder.
 *
 * @param name the name people use
 * @param lock all that it is made of, by digest
 * @param files the bytes of its rules and workbooks
 */
public record StoredRelease(String name, ReleaseLock lock, PolicyFiles files) {

  /** The release id. */
  public String id() {
    return lock.id();
  }
}

package org.preclaim.release;

/**
 * A file of a release as its lock file names it.
 *
 * @param path below the policies folder, with forward slashes
 * @param sha256 digest of its bytes, lower-case hex
 */
public record LockedFile(String path, String sha256) {}

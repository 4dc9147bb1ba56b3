package org.preclaim.release;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The bytes of a release's rules and workbooks, by path below the policies folder. */
public final class PolicyFiles {

  private final SortedMap<String, byte[]> bytesByPath;

  /** These files, with forward slashes in their paths. The arrays are not copied. */
  public PolicyFiles(SortedMap<String, byte[]> bytesByPath) {
    this.bytesByPath = Collections.unmodifiableSortedMap(new TreeMap<>(bytesByPath));
  }

  /** Hands over each path with its bytes, which must not be changed. */
  public void forEach(BiConsumer<String, byte[]> taker) {
    bytesByPath.forEach(taker);
  }

  boolean isEmpty() {
    return bytesByPath.isEmpty();
  }

  byte @Nullable [] bytes(String path) {
    return bytesByPath.get(path);
  }

  /** What these files and this engine are as a release, together with {@code reference} tables. */
  public ReleaseLock lock(List<PinnedReference> reference) {
    List<LockedFile> files =
        bytesByPath.entrySet().stream()
            .map(entry -> new LockedFile(entry.getKey(), ReleaseDigest.of(entry.getValue())))
            .toList();
    return new ReleaseLock(ReleaseDigest.ENGINE, reference, files);
  }
}

package org.preclaim.release.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.release.PinnedReference;
import org.preclaim.release.PolicyFiles;
import org.preclaim.release.ReleaseLock;
import org.preclaim.release.StoredRelease;

/**
 * What differs between two releases, two folders or two files.
 *
 * @param before names the old side
 * @param after names the new side
 * @param pins of two releases, the engine and the official tables that differ
 * @param files those whose bytes differ, by path
 */
public record ReleaseDiff(String before, String after, List<Pin> pins, List<FileDiff> files) {

  private static final String ENGINE = "engine";

  /**
   * Something beside the files that makes a release another one.
   *
   * @param what {@code engine}, or dataset and first day of an official table
   * @param before absent for a new one
   * @param after absent for one that is gone
   */
  public record Pin(String what, @Nullable String before, @Nullable String after) {}

  /** Copies the lists. */
  public ReleaseDiff {
    pins = List.copyOf(pins);
    files = List.copyOf(files);
  }

  /** What differs between two releases, their engine and official tables included. */
  public static ReleaseDiff between(StoredRelease before, StoredRelease after) {
    return new ReleaseDiff(
        before.id(),
        after.id(),
        pins(before.lock(), after.lock()),
        files(before.files(), after.files()));
  }

  /** What differs between the files of two folders or releases. */
  public static ReleaseDiff between(
      String before, PolicyFiles filesBefore, String after, PolicyFiles filesAfter) {
    return new ReleaseDiff(before, after, List.of(), files(filesBefore, filesAfter));
  }

  /** What differs between two files of one kind; an absent one is no file at all. */
  public static ReleaseDiff ofFile(
      String path,
      String before,
      byte @Nullable [] bytesBefore,
      String after,
      byte @Nullable [] bytesAfter) {
    List<FileDiff> files = FileDiff.between(path, bytesBefore, bytesAfter).stream().toList();
    return new ReleaseDiff(before, after, List.of(), files);
  }

  /** Whether anything differs that is read. */
  public boolean differs() {
    return !pins.isEmpty() || files.stream().anyMatch(FileDiff::differs);
  }

  /** How many changes are of code: of table headers and rules, which engineers make. */
  public long codeChanges() {
    return files.stream().mapToLong(FileDiff::codeChanges).sum();
  }

  private static List<FileDiff> files(PolicyFiles before, PolicyFiles after) {
    NavigableMap<String, byte[]> old = byPath(before);
    NavigableMap<String, byte[]> now = byPath(after);
    NavigableSet<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(now.keySet());
    List<FileDiff> files = new ArrayList<>();
    for (String path : paths) {
      FileDiff.between(path, old.get(path), now.get(path)).ifPresent(files::add);
    }
    return files;
  }

  private static NavigableMap<String, byte[]> byPath(PolicyFiles files) {
    NavigableMap<String, byte[]> byPath = new TreeMap<>();
    files.forEach(byPath::put);
    return byPath;
  }

  private static List<Pin> pins(ReleaseLock before, ReleaseLock after) {
    Map<String, String> old = pinned(before);
    Map<String, String> now = pinned(after);
    NavigableSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(old.get(name), now.get(name)))
        .map(name -> new Pin(name, old.get(name), now.get(name)))
        .toList();
  }

  private static Map<String, String> pinned(ReleaseLock lock) {
    Map<String, String> pinned =
        lock.reference().stream()
            .collect(
                Collectors.toMap(
                    table -> table.dataset() + " " + table.effective(),
                    PinnedReference::sha256,
                    (one, other) -> other));
    pinned.put(ENGINE, lock.engine());
    return pinned;
  }
}

package org.preclaim.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What keeps files from being answered; told of each once, for as long as it stays the same. */
final class Troubles {

  private final Consumer<String> told;
  private Map<Path, String> before = Map.of();
  private Map<Path, String> now = new HashMap<>();

  Troubles(Consumer<String> told) {
    this.told = told;
  }

  /** All files are tried again; whose trouble does not come again has none any more. */
  void beginAgain() {
    before = now;
    now = new HashMap<>();
  }

  /**
   * A file that is left for the next time.
   *
   * @param file where it is
   * @param name that is told
   */
  void add(Path file, String name, String words) {
    now.put(file, words);
    if (!words.equals(before.get(file))) {
      told.accept(name + ": " + words + "; it will be tried again");
    }
  }

  boolean any() {
    return !now.isEmpty();
  }
}

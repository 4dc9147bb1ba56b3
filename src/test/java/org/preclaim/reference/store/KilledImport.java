package org.preclaim.reference.store;

import java.nio.file.Path;

/**
 * Imports for ever, one file after the other: a process to be killed, which says a line after each.
 */
public final class KilledImport {

  private KilledImport() {}

  /** Takes the data folder and two files. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    System.out.println("begun");
    for (int i = 1; ; i = 3 - i) {
      StoreFixture.load(data, Path.of(arguments[i]), Path.of(arguments[i + 2]));
      System.out.println("done");
    }
  }
}

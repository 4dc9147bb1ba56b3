package org.preclaim.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The files that answer one file: each has its name and an ending. */
enum AnswerFile {
  DECISIONS(".decisions.ndjson"),
  REJECTED(".rejected.ndjson"),
  SYNTAX(".999"),
  CLAIMS(".claims.ndjson");

  private final String ending;

  AnswerFile(String ending) {
    this.ending = ending;
  }

  /** That in {@code folder} which answers {@code name}. */
  Path of(Path folder, String name) {
    return folder.resolve(name + ending);
  }

  /** Whether {@code folder} has any that answers {@code name}. */
  static boolean any(Path folder, String name) {
    return Arrays.stream(values()).anyMatch(each -> Files.exists(each.of(folder, name)));
  }
}

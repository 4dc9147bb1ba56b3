package org.preclaim.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.release.PolicyFolder;
import org.preclaim.table.AnnotatedCopy;

/** Writes a copy of each workbook with problems, which shows them in its cells. */
final class AnnotatedCopies {

  private final Path folder;
  private final PrintStream told;

  /**
   * @param folder where the copies go
   * @param told is told of each copy
   */
  AnnotatedCopies(Path folder, PrintStream told) {
    this.folder = folder;
    this.told = told;
  }

  /** Refuses to put copies where the workbooks of {@code policies} lie. */
  void refuseAmong(Path policies) throws IOException {
    Path tables = policies.resolve(PolicyFolder.TABLES);
    boolean same =
        Files.isDirectory(folder)
            && Files.isDirectory(tables)
            && folder.toRealPath().startsWith(tables.toRealPath());
    if (same) {
      throw new UserError(
          "`"
              + folder
              + "` holds the workbooks themselves: expected another folder for the copies");
    }
  }

  void write(PolicyFolder policies, List<Problem> problems) throws IOException {
    Files.createDirectories(folder);
    policies
        .stored()
        .files()
        .forEach(
            (path, bytes) -> {
              List<Problem> here = problems.stream().filter(each -> isIn(path, each)).toList();
              if (path.startsWith(PolicyFolder.TABLES) && !here.isEmpty()) {
                write(path, bytes, here);
              }
            });
  }

  private static boolean isIn(String path, Problem problem) {
    return problem.place() instanceof Place.Cell cell && cell.file().equals(path);
  }

  private void write(String path, byte[] bytes, List<Problem> problems) {
    Optional<byte[]> annotated = AnnotatedCopy.of(bytes, problems);
    if (annotated.isEmpty()) {
      told.println(path + ": no copy is made of a file that cannot be opened safely");
      return;
    }
    Path copy = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
    try {
      Files.write(copy, annotated.get());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    told.println(path + ": its problems are shown in " + copy);
  }
}

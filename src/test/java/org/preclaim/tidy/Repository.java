package org.preclaim.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The files of a repository, without what a build or an editor leaves behind.
 *
 * @param root its top folder
 * @param files paths below the root, in alphabetical order
 */
public record Repository(Path root, List<Path> files) {

  private static final Set<String> NOT_OURS =
      Set.of(".git", ".idea", ".vscode", "data", "node_modules", "target");

  /** The repository at {@code root}. */
  public static Repository at(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped =
                NOT_OURS.contains(name(folder))
                    && !folder.startsWith(root.resolve("src"))
                    && !folder.equals(root);
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(root.relativize(file));
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(Repository::slashed));
    return new Repository(root, List.copyOf(files));
  }

  /** The files below {@code folder} (with a slash, or empty for all) that end in {@code ending}. */
  public List<Path> below(String folder, String ending) {
    return files.stream()
        .filter(file -> slashed(file).startsWith(folder) && slashed(file).endsWith(ending))
        .toList();
  }

  /** Whether the repository holds this file. */
  public boolean holds(String file) {
    return files.contains(Path.of(file));
  }

  /** The whole text of a file. */
  public String text(Path file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("`" + file + "` is not UTF-8 text", unreadable);
    }
  }

  /** The lines of a file. */
  public List<String> lines(Path file) {
    return text(file).lines().toList();
  }

  /** The path with forward slashes, whatever the machine has. */
  public static String slashed(Path file) {
    return file.toString().replace('\\', '/');
  }

  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }
}

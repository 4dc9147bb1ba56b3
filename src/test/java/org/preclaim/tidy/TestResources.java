package org.preclaim.tidy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files that tests read: each folder of them must be one that a test asks for. */
public final class TestResources {

  private static final String RESOURCES = "src/test/resources/";
  private static final String TESTS = "src/test/java/";

  private TestResources() {}

  /** Folders with files that no test names, by themselves or through a folder above them. */
  public static List<String> unusedFolders(Repository repository) {
    String tests =
        repository.below(TESTS, ".java").stream()
            .map(repository::text)
            .collect(Collectors.joining("\n"));
    NavigableSet<String> folders = new TreeSet<>();
    for (Path file : repository.below(RESOURCES, "")) {
      String below = Repository.slashed(file).substring(RESOURCES.length());
      folders.add(below.substring(0, Math.max(0, below.lastIndexOf('/'))));
    }
    return folders.stream()
        .filter(folder -> !folder.isEmpty() && !isUsed(repository, folder, tests))
        .map(
            folder ->
                "%s%s:1: no test reads this folder: use it in a test, or remove it"
                    .formatted(RESOURCES, folder))
        .toList();
  }

  private static boolean isUsed(Repository repository, String folder, String tests) {
    List<String> names = namesOf(repository, folder);
    return names.isEmpty()
        || names.stream().anyMatch(name -> asks(folder.endsWith(name), name).matcher(tests).find());
  }

  /** A string with this name; a folder above must be its end, or it would stand for all below. */
  private static Pattern asks(boolean itself, String name) {
    return Pattern.compile(
        "\"(?:[^\"\n]*[^\"\n\\w-])?" + Pattern.quote(name) + (itself ? "(?![\\w-])" : "/?\""));
  }

  /**
   * What a test may call the folder: its path or that of a folder above it, below the resources or
   * below the package of the test. None where the folder is such a package itself.
   */
  private static List<String> namesOf(Repository repository, String folder) {
    String packageFolder = packageFolder(repository, folder);
    if (packageFolder.equals(folder)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    String path = folder;
    while (path.length() > packageFolder.length()) {
      names.add(path);
      if (!packageFolder.isEmpty()) {
        names.add(path.substring(packageFolder.length() + 1));
      }
      path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
    return names;
  }

  /** The longest beginning of {@code folder} that holds tests; empty if there is none. */
  private static String packageFolder(Repository repository, String folder) {
    String path = folder;
    while (!path.isEmpty() && repository.below(TESTS + path + "/", "Test.java").isEmpty()) {
      path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
    return path;
  }
}

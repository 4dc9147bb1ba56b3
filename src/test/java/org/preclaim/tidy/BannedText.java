package org.preclaim.tidy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that no committed file may hold.
 *
 * @param text what is looked for in each line
 * @param useInstead what belongs there
 * @param exempt endings of the paths where it may stand
 */
public record BannedText(Pattern text, String useInstead, Set<String> exempt) {

  /** The endings of files that are read; the rest is not text that people write. */
  private static final Set<String> READ =
      Set.of("java", "drl", "md", "xml", "properties", "yml", "yaml", "html", "css", "js", "run");

  /** Rules that do what no rule may; a test shows that each is refused. */
  private static final Path ATTACKS = Path.of("src", "test", "resources", "fence");

  /** Each pattern is written so that it does not match itself. */
  private static final List<BannedText> ALL =
      List.of(
          of("\\bTO[D]O\\b|\\bFIX[M]E\\b", "an issue, or the work itself"),
          of("@Dis[a]bled\\b", "an assumption that says what is missing, or no test"),
          of("\\.printStack[T]race\\(\\)", "a problem with a code, or let it go to the caller"),
          new BannedText(
              Pattern.compile("System\\.[e]xit\\("),
              "an exit code returned to Application",
              Set.of("org/preclaim/Application.java")),
          of(
              "(?<![\\w.:}/-])/(?:wor[k]|tm[p]|roo[t]|hom[e]|User[s])/\\w",
              "a path relative to the project, or a temporary folder asked for at run time"),
          of(
              "https?://(?:[\\w-]+\\.)*(?:repo[1]?|registry|prox[y]|mirror|nexus|artifactory)\\.\\w",
              "no host: Maven's own settings say where libraries come from"));

  private static BannedText of(String text, String useInstead) {
    return new BannedText(Pattern.compile(text), useInstead, Set.of());
  }

  /** Every banned text, as {@code file:line: …}. */
  public static List<String> in(Repository repository) {
    List<String> found = new ArrayList<>();
    for (Path file : repository.files()) {
      if (isRead(file)) {
        List<String> lines = repository.lines(file);
        for (int index = 0; index < lines.size(); index++) {
          inLine(Repository.slashed(file), index + 1, lines.get(index), found);
        }
      }
    }
    return found;
  }

  private static void inLine(String file, int number, String line, List<String> found) {
    for (BannedText banned : ALL) {
      Matcher matcher = banned.text().matcher(line);
      if (matcher.find() && banned.exempt().stream().noneMatch(file::endsWith)) {
        found.add(
            "%s:%d: `%s` is banned: use %s"
                .formatted(file, number, matcher.group(), banned.useInstead()));
      }
    }
  }

  private static boolean isRead(Path file) {
    if (file.startsWith(ATTACKS)) {
      return false;
    }
    String name = Repository.name(file);
    return READ.contains(name.substring(name.lastIndexOf('.') + 1)) || file.startsWith(".ci");
  }
}

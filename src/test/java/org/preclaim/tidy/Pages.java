package org.preclaim.tidy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The documentation: Markdown pages that a reader of the README can reach. */
public final class Pages {

  private static final Pattern LINK = Pattern.compile("]\\(\\s*<?([^)\\s>]+)>?[^)]*\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*|//.*");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*\\s*");
  private static final Pattern NOT_IN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N} _-]");

  /** Where a reader starts. */
  private static final Set<String> ENTRANCES = Set.of("README.md", "CONTRIBUTING.md");

  private Pages() {}

  /** Links to files or headings that do not exist. */
  public static List<String> brokenLinks(Repository repository) {
    List<String> found = new ArrayList<>();
    for (Path page : repository.below("", ".md")) {
      for (Link link : links(repository, page)) {
        if (!resolves(repository, page, link)) {
          found.add(
              "%s:%d: the link `%s` leads nowhere: use a path relative to the page"
                  .formatted(Repository.slashed(page), link.line(), link.target()));
        }
      }
    }
    return found;
  }

  /** Pages below {@code docs/} that no other page leads to. */
  public static List<String> unlinked(Repository repository) {
    Set<Path> reached = new HashSet<>();
    List<Path> open = new ArrayList<>(ENTRANCES.stream().map(Path::of).toList());
    while (!open.isEmpty()) {
      Path page = open.remove(open.size() - 1);
      if (reached.add(page) && repository.files().contains(page) && isMarkdown(page)) {
        links(repository, page).forEach(link -> open.add(target(page, link)));
      }
    }
    return repository.below("docs/", ".md").stream()
        .filter(page -> !reached.contains(page))
        .map(
            page ->
                "%s:1: no page leads here: use a link from %s or a page it leads to"
                    .formatted(
                        Repository.slashed(page),
                        ENTRANCES.stream().sorted().collect(Collectors.joining(" or "))))
        .toList();
  }

  /** Pages that do not have exactly one title. */
  public static List<String> titles(Repository repository) {
    return repository.below("", ".md").stream()
        .filter(page -> titlesOf(repository, page) != 1)
        .map(
            page ->
                "%s:1: a page has one title: use one line that begins with `# `"
                    .formatted(Repository.slashed(page)))
        .toList();
  }

  private static long titlesOf(Repository repository, Path page) {
    return prose(repository, page).stream().filter(line -> line.startsWith("# ")).count();
  }

  /** Policies that the page for analysts does not name. */
  public static List<String> policiesNotExplained(Repository repository) {
    String page = "docs/policies.md";
    if (!repository.holds(page)) {
      return List.of();
    }
    String text = repository.text(Path.of(page));
    List<Path> policies = new ArrayList<>(repository.below("rules/", ".drl"));
    policies.addAll(repository.below("decision-tables/", ".xlsx"));
    return policies.stream()
        .filter(policy -> !text.contains(Repository.name(policy)))
        .map(
            policy ->
                "%s:1: %s does not name it: use a sentence there that says what it decides"
                    .formatted(Repository.slashed(policy), page))
        .toList();
  }

  private static boolean resolves(Repository repository, Path page, Link link) {
    Path target = target(page, link);
    if (!Files.exists(repository.root().resolve(target))) {
      return false;
    }
    return link.anchor().isEmpty()
        || !isMarkdown(target)
        || anchors(repository, target).contains(link.anchor());
  }

  private static Path target(Path page, Link link) {
    return link.path().isEmpty() ? page : page.resolveSibling(link.path()).normalize();
  }

  private static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md");
  }

  /** The anchors that a Git host gives the headings of a page. */
  private static Set<String> anchors(Repository repository, Path page) {
    return prose(repository, page).stream()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .map(heading -> NOT_IN_ANCHOR.matcher(heading.group(1)).replaceAll(""))
        .map(words -> words.toLowerCase(Locale.ROOT).replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** The links of a page that lead into the repository. */
  private static List<Link> links(Repository repository, Path page) {
    List<Link> links = new ArrayList<>();
    List<String> lines = prose(repository, page);
    for (int index = 0; index < lines.size(); index++) {
      Matcher link = LINK.matcher(lines.get(index));
      while (link.find()) {
        if (!ELSEWHERE.matcher(link.group(1)).matches()) {
          links.add(new Link(index + 1, link.group(1)));
        }
      }
    }
    return links;
  }

  /** The lines of a page; those of code blocks are empty, so that numbers stay right. */
  private static List<String> prose(Repository repository, Path page) {
    List<String> prose = new ArrayList<>();
    boolean code = false;
    for (String line : repository.lines(page)) {
      boolean fence = line.strip().startsWith("```");
      code = fence != code;
      prose.add(code || fence ? "" : line);
    }
    return prose;
  }

  /**
   * A link as it stands on a page.
   *
   * @param line from 1
   * @param target path and anchor as written
   */
  private record Link(int line, String target) {

    String path() {
      int hash = target.indexOf('#');
      return hash < 0 ? target : target.substring(0, hash);
    }

    String anchor() {
      int hash = target.indexOf('#');
      return hash < 0 ? "" : target.substring(hash + 1);
    }
  }
}
